import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { compressedBodies } from '#bench/compressed-bodies.mjs'
import { requestsASecond } from '#bench/load/wrk.mjs'
import { median } from '#bench/median.mjs'
import { articlePaths, newsroomOf } from '#bench/newsrooms.mjs'
import { missingPrograms } from '#bench/programs.mjs'
import { startStaticNginx } from '#bench/servers/nginx.mjs'
import { startServer, withServers } from '#bench/servers/pinned.mjs'
import { startBareNext, startPortal } from '#bench/servers/portal.mjs'
import { cacheDir, FIRST_PORT, ROUNDS, SMALL, WARM_UP_SECONDS } from '#bench/settings.mjs'
import { rounded, skipped } from '#bench/table.mjs'

const NGINX_TARGET = 0.4
const NEXT_TARGET = 250
const minimalServer = fileURLToPath(import.meta.resolve('#bench/servers/minimal-server.mjs'))

/**
 * A cached article page, compared with nginx serving the same bytes, with a minimal Node server, and with the
 * framework alone.
 */
export async function cached() {
  const missing = missingPrograms(['wrk'])
  if (missing.length > 0) return [skipped('cached article', `${NGINX_TARGET} of nginx`, missing.join('; '))]
  const noNginx = missingPrograms(['nginx'])[0]
  const dataDir = await newsroomOf(SMALL)
  const [page] = await articlePaths(dataDir, 1)
  const dir = path.join(cacheDir, 'static')
  return withServers(async start => {
    const portal = await start(startPortal(dataDir, FIRST_PORT))
    const bodies = await compressedBodies(`${portal.origin}${page}`)
    const next = await start(startBareNext(dataDir, FIRST_PORT + 1))
    const ports = { nginx: FIRST_PORT + 2, br: FIRST_PORT + 3, gzip: FIRST_PORT + 4 }
    if (!noNginx) await start(startStaticNginx({ dir, port: ports.nginx, bodies }))
    for (const [coding, body] of Object.entries(bodies)) {
      const file = path.join(dir, `body.${coding}`)
      fs.mkdirSync(dir, { recursive: true })
      fs.writeFileSync(file, body)
      const url = `http://127.0.0.1:${ports[coding]}/`
      await start(
        startServer('one buffer', process.execPath, [minimalServer, String(ports[coding]), file, coding], {
          url,
        }),
      )
    }
    const rows = []
    let ours = 0
    for (const coding of Object.keys(bodies)) {
      const rates = await rounds(
        {
          portal: `${portal.origin}${page}`,
          ...(noNginx ? {} : { nginx: `http://127.0.0.1:${ports.nginx}/${coding}` }),
          node: `http://127.0.0.1:${ports[coding]}/`,
        },
        coding,
      )
      ours = Math.max(ours, rates.portal)
      rows.push(...rowsOf(coding, rates, bodies[coding].length, noNginx))
    }
    const alone = await nextAlone(`${next.origin}${page}`)
    rows.push({
      figure: 'cached article, against next start',
      measured: `${rounded(ours)}/s`,
      target: `≥ ${NEXT_TARGET} × ${alone.toFixed(0)}/s`,
      ratio: `${(ours / alone).toFixed(0)} ×`,
      holds: alone > 0 && ours >= NEXT_TARGET * alone,
    })
    return rows
  })
}

async function rounds(urls, coding) {
  const rates = Object.fromEntries(Object.keys(urls).map(name => [name, []]))
  for (const url of Object.values(urls)) await requestsASecond(url, { coding, seconds: WARM_UP_SECONDS })
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, url] of Object.entries(urls)) rates[name].push(await requestsASecond(url, { coding }))
  }
  return Object.fromEntries(Object.entries(rates).map(([name, list]) => [name, median(list)]))
}

function rowsOf(coding, { portal, nginx, node }, bytes, noNginx) {
  const figure = `cached article, ${coding}, ${rounded(bytes)} bytes`
  const least = `a bare Node server with one buffer: ${rounded(node)}/s`
  if (noNginx)
    return [skipped(figure, `≥ ${NGINX_TARGET} of nginx`, `${noNginx}; ours ${rounded(portal)}/s, ${least}`)]
  return [
    {
      figure,
      measured: `${rounded(portal)}/s`,
      target: `≥ ${NGINX_TARGET} of nginx's ${rounded(nginx)}/s`,
      ratio: (portal / nginx).toFixed(2),
      holds: portal >= NGINX_TARGET * nginx,
      note: `${least}, ${(node / nginx).toFixed(2)} of nginx`,
    },
  ]
}

/* It answers about a hundred requests a second, so more connections would only queue. */
async function nextAlone(url) {
  await requestsASecond(url, { coding: 'br', connections: 8, seconds: WARM_UP_SECONDS })
  const rates = []
  for (let round = 0; round < ROUNDS; round++)
    rates.push(await requestsASecond(url, { coding: 'br', connections: 8 }))
  return median(rates)
}
