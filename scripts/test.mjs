/* `npm test`: everything, from a fresh clone. It goes on after a failure, and ends with the true totals. */
import './node-version.mjs'
import {
  browserTests,
  browserTestsOnPostgres,
  checkSources,
  installAll,
  runStages,
  unitTests,
  withBuild,
} from './test/test-stages.mjs'

/* Every kind of page, and the way of a change to readers; `npm run test:long` runs all specs on PostgreSQL. */
const POSTGRES_SPECS =
  process.env.E2E_LONG === '1'
    ? []
    : ['plain-html', 'freshness', 'two-instances', 'two-behind-a-proxy', 'many-processes', 'database-away']

await runStages(async () => {
  await installAll()
  await checkSources()
  await unitTests()
  await withBuild(async () => {
    await browserTests()
    await browserTestsOnPostgres(POSTGRES_SPECS)
  })
})
