/* For programs that somebody starts without npm: they end with a sentence where better-sqlite3 would crash. */
import { nodeFault } from './node-fault.mjs'

const fault = nodeFault(process.versions.node)
if (fault) {
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}
