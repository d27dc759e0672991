/* `npm run types`: the framework's route types first, which a fresh clone lacks, then the compiler. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const steps = [
  ['node_modules/next/dist/bin/next', 'typegen'],
  ['node_modules/typescript/bin/tsc', '--project', '.'],
]

for (const [index, step] of steps.entries()) {
  const isLast = index === steps.length - 1
  const { status, stdout, stderr } = spawnSync(process.execPath, step, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: isLast ? 'inherit' : 'pipe',
  })
  if (status !== 0) {
    process.stderr.write(stdout ?? '')
    process.stderr.write(stderr ?? '')
    process.exit(1)
  }
}
