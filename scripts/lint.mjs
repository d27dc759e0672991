/* `npm run lint`: everything that is known about the sources without running them, but for their types. */
import { pathToFileURL } from 'node:url'
import { runNode } from './node-steps.mjs'

/** Each with its name and what Node is to run. */
export const lintSteps = [
  ['Code style', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['Style sheets', ['node_modules/stylelint/bin/stylelint.mjs', '{app,components}/**/*.css']],
  ['Directions of imports', ['scripts/house/check-house.mjs']],
  ['Unused code', ['node_modules/knip/bin/knip.js']],
  ['Code that only tests use', ['node_modules/knip/bin/knip.js', '--production', '--include=files']],
]

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [, args] of lintSteps) if ((await runNode(args)) !== 0) process.exitCode = 1
}
