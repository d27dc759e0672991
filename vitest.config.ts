import { defineConfig } from 'vitest/config'

/* A zone that nobody in the newsroom lives in: whatever silently takes the machine's own shows itself. */
process.env.TZ = 'America/St_Johns'

const exclude = ['node_modules/**', 'dist/**', '.next*/**', 'e2e/**']

/* What runs on the other engine too: whatever keeps or asks for something, but for what is about SQLite itself. */
const onBothEngines = ['db/**/*.test.ts', 'domain/**/*.test.ts', 'server/**/*.test.ts']
/* Of commands, those that do something else there. */
const onPostgres = ['cli/postgres/*.test.ts']

export default defineConfig({
  test: {
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 20_000,
    /* It imports the framework without file endings, which Node alone does not resolve. */
    server: { deps: { inline: ['next-intl'] } },
    projects: [
      {
        extends: true,
        test: { name: 'sqlite', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, '**/postgres/**'] },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...onBothEngines, ...onPostgres],
          /* Those of domain/operations/backup look into the file that SQLite's newsroom is; its postgres/ has the server's. */
          exclude: [...exclude, '**/sqlite/**', 'domain/operations/backup/*.test.ts'],
          globalSetup: ['db/postgres/server.testing.ts'],
          setupFiles: ['db/postgres/database.testing.ts'],
        },
      },
    ],
  },
})
