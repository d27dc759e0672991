/*
 * `node scripts/run.mjs [--packages | --dev-packages] PROGRAM [ARGUMENT...]`: runs a program of this checkout on a Node
 * that fits, with the packages it needs. Every command of package.json comes this way. What an older Node reads of it
 * uses nothing that Node 18 lacks.
 */
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeFault } from './node-fault.mjs'
import { endWithParent, takeSignalOnce } from './signals.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const given = process.argv.slice(2)
const wish = given[0]?.startsWith('--') ? given[0] : null
const [program, ...args] = wish ? given.slice(1) : given

if (process.env.npm_lifecycle_event) endWithParent()
if (nodeFault(process.versions.node)) {
  const { runOnNewerNode } = await import('./launch/run-on-newer-node.mjs')
  await runOnNewerNode(given, { isStart: program === 'scripts/start.mjs' })
} else {
  takeSignalOnce()
  if (wish) await install()
  const file = path.resolve(root, program)
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}

async function install() {
  const { ensureInstalled } = await import('./install/install.mjs')
  try {
    await ensureInstalled({ withDev: wish === '--dev-packages' })
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
