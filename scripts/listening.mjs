/* Whether the portal could listen where it is told to. Runs on older Nodes too. */
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as util from 'node:util'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const LAST_PORT = 65535
const MOST_TRIED = 20

/**
 * Looks whether PORT and HOST, of the environment or of `.env`, can be listened on.
 * @param {Record<string, string | undefined>} [environment]
 * @throws {Error} one line that says why not, and what to do
 */
export async function checkListening(environment = settingsAtStart()) {
  const given = (environment.PORT || '').trim() || '3000'
  const host = (environment.HOST || '').trim() || '127.0.0.1'
  const port = Number(given)
  if (!/^\d{1,5}$/.test(given) || port < 1 || port > LAST_PORT) {
    throw new Error(
      `The setting PORT is ${JSON.stringify(given)}, but it must be a port number from 1 to ${LAST_PORT}.`,
    )
  }
  const fault = await listen(port, host)
  if (fault) throw new Error(await explain(fault, port, host))
}

/* A value of the environment wins over the file, as for the server. */
function settingsAtStart() {
  const file = path.join(root, '.env')
  /* An older Node cannot read it; the one that it fetches looks again. */
  const inFile = util.parseEnv && fs.existsSync(file) ? util.parseEnv(fs.readFileSync(file, 'utf8')) : {}
  return { ...inFile, ...process.env }
}

async function explain({ code }, port, host) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. End that program, or choose another port: PORT=${await freePortAfter(port, host)} npm start`
  }
  if (code === 'EACCES') {
    return `This user may not listen on port ${port}. Choose a port above 1023: PORT=3000 npm start`
  }
  return `The portal cannot listen on ${host}: this machine has no such address. Correct the setting HOST, for instance HOST=127.0.0.1.`
}

async function freePortAfter(port, host) {
  const last = Math.min(port + MOST_TRIED, LAST_PORT)
  for (let next = port + 1; next <= last; next++) if ((await listen(next, host)) === null) return next
  return port < LAST_PORT ? port + 1 : port - 1
}

/** The error of listening there; null when it works. */
function listen(port, host) {
  return new Promise(resolve => {
    const server = net.createServer()
    server.once('error', resolve)
    server.listen({ port, host }, () => server.close(() => resolve(null)))
  })
}
