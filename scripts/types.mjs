/* `npm run types`: the framework's route types first, which a fresh clone lacks, then the compiler. */
import './node-version.mjs'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode } from './node-steps.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'typegen'],
  { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } },
)
if (status === 0) {
  process.exitCode = await runNode(['node_modules/typescript/bin/tsc', '--project', '.'])
} else {
  /* It is heard only when it fails. */
  process.stderr.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = 1
}
