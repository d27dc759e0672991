import { defineConfig } from 'vitest/config'

/* A zone that nobody in the newsroom lives in: whatever silently takes the machine's own shows itself. */
process.env.TZ = 'America/St_Johns'

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'dist/**', '.next*/**', 'e2e/**'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 20_000,
    /* It imports the framework without file endings, which Node alone does not resolve. */
    server: { deps: { inline: ['next-intl'] } },
  },
})
