import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { NewsletterDrill } from '#domain/distribution/newsletter/sending/newsletter-drill.testing.ts'
import { createDatabase, dropDatabase } from '#scripts/postgres/postgres-server.mjs'

const [SUBSCRIBERS, KILLS] = process.env.E2E_LONG === '1' ? [2_500, 20] : [500, 2]
const DATABASE = `press_newsletter_crash_${process.pid}`

let drill: NewsletterDrill
beforeEach(async context => {
  const postgres = inject('postgres')
  if ('missing' in postgres) return context.skip(postgres.missing)
  drill = new NewsletterDrill({ DATABASE_URL: await createDatabase(postgres.url, DATABASE) })
}, 60_000)
afterEach(async () => {
  await drill.end()
  const postgres = inject('postgres')
  if ('url' in postgres) await dropDatabase(postgres.url, DATABASE)
})

it(`sends to nobody twice and leaves nobody out when it is killed ${KILLS} times`, {
  timeout: KILLS * 30_000,
}, async () => {
  await drill.prepare(SUBSCRIBERS)
  const each = Math.floor((SUBSCRIBERS * 0.9) / KILLS)
  for (let kill = 1; kill <= KILLS; kill++) await drill.sendAndKill(each, (kill * 7) % 13)
  await drill.sendToTheEnd()
  const result = await drill.result()
  expect(result, `with ${result.unconfirmed} unconfirmed`).toMatchObject({
    ...{ state: 'sent', counted: SUBSCRIBERS, doubles: [], gaps: [] },
  })
  expect(result.unconfirmed).toBeLessThanOrEqual(KILLS * 5)
})

it('sends to nobody twice when two processes believe to hold the lease', { timeout: 120_000 }, async () => {
  await drill.prepare(400)
  await drill.sendToTheEnd({ programs: 2 })
  const result = await drill.result()
  expect(result, `with ${result.unconfirmed} unconfirmed`).toMatchObject({
    ...{ state: 'sent', doubles: [], gaps: [] },
  })
})
