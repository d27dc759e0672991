/* What `npm run test:long` runs on each further line of Node: whatever could differ from one to the next. */
import './node-version.mjs'
import { browserTests, installAll, runStages, unitTests, withBuild } from './test-stages.mjs'

const SPECS = ['reading', 'languages', 'search']

await runStages(async () => {
  await installAll()
  await unitTests()
  await withBuild(() => browserTests(SPECS))
})
