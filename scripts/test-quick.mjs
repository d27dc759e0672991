/* `npm run test:quick`: what can be known within two minutes, for before each commit. */
import './node-version.mjs'
import { checkSources, installAll, runStages, unitTests } from './test/test-stages.mjs'

await runStages(async () => {
  await installAll()
  await checkSources()
  await unitTests(['--project=sqlite'])
})
