/* `npm start`: installs what is missing, builds when sources changed, then becomes the server. Node built-ins only. */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isBuilt } from './built.mjs'
import { ensureInstalled } from './install/install.mjs'
import { checkListening } from './listening.mjs'
import { withProgress } from './progress.mjs'
import { endBySignal, handOnSignals } from './signals.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const server = path.join(root, 'dist/server/main.js')

try {
  process.chdir(root)
  await checkListening()
  await ensureInstalled()
  if (!isBuilt()) await withProgress('Building', buildInChild)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
/* The server runs in this very process, so signals reach it and its exit code is ours; its own processes start like it. */
process.argv[1] = server
await import(pathToFileURL(server).href)

/* In a process of its own, whose memory the server does not keep. */
async function buildInChild() {
  const args = [path.join(root, 'scripts/build.mjs'), '--quiet', '--if-changed']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const { code, interruption } = await handOnSignals(child)
  if (interruption) endBySignal(interruption)
  if (code !== 0) throw new Error('The build did not work. Its own words stand above.')
}
