import './scripts/node-version.mjs'
import fs from 'node:fs'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'

/* Chosen once: workers read this file too, and inherit what the first reading set. */
process.env.E2E_PORT ??= String(4100 + (process.pid % 800))
process.env.E2E_DATA ??= freshDataFolder()

const origin = `http://127.0.0.1:${process.env.E2E_PORT}`
const isLong = process.env.E2E_LONG === '1'

export default defineConfig({
  testDir: 'e2e',
  testIgnore: isLong ? [] : ['long/**'],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  outputDir: 'test-results',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: origin,
    launchOptions: { executablePath: process.env.PRESS_CHROMIUM || undefined },
    /* Neither the machine's language nor its zone may show. */
    locale: 'en-GB',
    timezoneId: 'America/St_Johns',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node dist/server/main.js',
    url: `${origin}/healthz`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    /* Says when it closes, and why: a server that somebody ended is not one that failed. */
    stdout: 'pipe',
    stderr: 'pipe',
    env: {
      PORT: process.env.E2E_PORT,
      HOST: '127.0.0.1',
      PRESS_DATA: process.env.E2E_DATA,
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
      PRESS_URL: origin,
      PRESS_DEMO: '1',
      /* Made on demand here; e2e/pictures-ahead.spec.ts has a portal of its own. */
      PRESS_PICTURES_AHEAD: '0',
      PRESS_TIME_ZONE: 'Asia/Riyadh',
      PRESS_NEXT_DIR: process.env.PRESS_NEXT_DIR ?? '',
      LOG_LEVEL: 'error',
      TZ: 'America/St_Johns',
    },
  },
})

function freshDataFolder(): string {
  const folder = path.resolve('.cache/e2e-data')
  fs.rmSync(folder, { recursive: true, force: true })
  return folder
}
