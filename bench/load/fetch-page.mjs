import http from 'node:http'

/** An agent with this many connections, which stay open. */
export function keepAliveAgent(count) {
  return new http.Agent({ keepAlive: true, maxSockets: count, maxFreeSockets: count })
}

/**
 * Requests a URL and returns the whole response, without following redirects or decoding the body.
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
export function fetchPage(url, { agent, headers = {}, method = 'GET', timeoutMs = 30_000 } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, headers, method, timeout: timeoutMs }, response => {
      const parts = []
      response.on('data', part => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    request.on('timeout', () => request.destroy(new Error(`No answer from ${url} within ${timeoutMs} ms`)))
    request.on('error', reject)
    request.end()
  })
}

/** Runs `work` on every item, at most `atOnce` at a time. */
export async function eachOf(items, atOnce, work) {
  const rest = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) await work(item)
    }),
  )
}
