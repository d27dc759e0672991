/* Said before anything else, in words that every Node understands. */
import { nodeFault } from './node-fault.mjs'

const fault = nodeFault(process.versions.node)
if (fault) {
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}
