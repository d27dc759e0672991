import { spawn } from 'node:child_process'
import { pinned } from '#bench/servers/pinned.mjs'
import { CLIENT_CORE, SECONDS } from '#bench/settings.mjs'

/**
 * Measures answers a second with wrk, which runs on the client's core and keeps its connections open.
 * @throws when an answer is an error, because errors are fast
 */
export async function requestsASecond(url, { coding, connections = 64, seconds = SECONDS }) {
  const args = [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--timeout',
    '30s',
    '-H',
    `Accept-Encoding: ${coding}`,
    url,
  ]
  const report = await output(...pinned(CLIENT_CORE, 'wrk', args))
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(report) ?? []
  const faults = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(report)
  if (!rate || faults) throw new Error(`${url}: ${faults?.[0] ?? report}`)
  return Number(rate)
}

function output(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const output = []
    child.stdout.on('data', chunk => output.push(chunk))
    child.stderr.on('data', chunk => output.push(chunk))
    child.on('error', reject)
    child.on('close', () => resolve(Buffer.concat(output).toString()))
  })
}
