import './scripts/node-version.mjs'
import { defineConfig } from 'vitest/config'

/* A zone that nobody in the newsroom lives in: whatever silently takes the machine's own shows itself. */
process.env.TZ = 'America/St_Johns'

const exclude = ['node_modules/**', 'dist/**', '.next*/**', '.cache/**', 'e2e/**']

/* Tests that reach the database run on both engines; their files are named so. */
const onBothEngines = ['**/*.engine.test.ts', '**/postgres/*.test.ts']

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
          include: onBothEngines,
          exclude,
          globalSetup: ['db/postgres/server.testing.ts'],
          setupFiles: ['db/postgres/database.testing.ts'],
        },
      },
    ],
  },
})
