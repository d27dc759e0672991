import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BreakingPoint } from './moody-server.testing.ts'
import { NewsletterDrill } from './newsletter-drill.testing.ts'

const [SUBSCRIBERS, KILLS] = process.env.E2E_LONG === '1' ? [2_500, 20] : [1_000, 8]

let drill: NewsletterDrill
beforeEach(() => {
  drill = new NewsletterDrill({ DATABASE_URL: '' })
})
afterEach(() => drill.end())

const whole = { state: 'sent', counted: SUBSCRIBERS, doubles: [], gaps: [] }

it(`sends to nobody twice and leaves nobody out when it is killed ${KILLS} times`, {
  timeout: KILLS * 15_000,
}, async () => {
  await drill.prepare(SUBSCRIBERS)
  const each = Math.floor((SUBSCRIBERS * 0.9) / KILLS)
  for (let kill = 1; kill <= KILLS; kill++) await drill.sendAndKill(each, (kill * 7) % 13)
  await drill.sendToTheEnd()
  const result = await drill.result()
  expect(result, `with ${result.unconfirmed} unconfirmed`).toMatchObject(whole)
  /* A kill finds a message on each of five connections at most. */
  expect(result.unconfirmed).toBeLessThanOrEqual(KILLS * 5)
})

it('sends to nobody twice and leaves nobody out when the mail server breaks connections at any moment', {
  timeout: 240_000,
}, async () => {
  await drill.prepare(SUBSCRIBERS)
  const points: BreakingPoint[] = ['before', 'recipient', 'middle', 'kept', 'lost']
  drill.server.mood = () =>
    Math.random() < 0.04 ? (points[Math.floor(Math.random() * points.length)] ?? null) : null
  await drill.sendToTheEnd()
  const result = await drill.result()
  expect(result, `with ${result.unconfirmed} unconfirmed`).toMatchObject(whole)
  expect(drill.server.breaks).toBeGreaterThan(20)
  /* A message whose last byte came and that the server lost may be missing, and stands there for a person. */
  expect(result.unconfirmed).toBeGreaterThanOrEqual(drill.server.lost.size)
})

it('sends to nobody twice when two processes believe to hold the lease', { timeout: 120_000 }, async () => {
  /* They take each other's claims away all the time, which is slow. */
  await drill.prepare(400)
  await drill.sendToTheEnd({ programs: 2 })
  const result = await drill.result()
  expect(result, `with ${result.unconfirmed} unconfirmed`).toMatchObject({
    ...{ state: 'sent', doubles: [], gaps: [] },
  })
})
