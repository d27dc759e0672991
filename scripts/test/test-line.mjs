/* `npm run test:long` runs this on each further line of Node: everything that could differ from one line to the next. */
import '#scripts/node-version.mjs'
import { browserTests, installAll, runStages, unitTests, withBuild } from './test-stages.mjs'

const SPECS = ['reading', 'languages', 'search']

await runStages(async () => {
  await installAll()
  await unitTests()
  await withBuild(() => browserTests(SPECS))
})
