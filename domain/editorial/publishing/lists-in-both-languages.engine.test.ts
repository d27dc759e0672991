import { afterEach, beforeEach, expect, it } from 'vitest'
import { sectionPage } from '#db/queries/sections.ts'
import { type ExampleNewsroom, exampleDesk, openExampleNewsroom } from './example-newsroom.testing.ts'
import { publish } from './publish.ts'
import { withdraw } from './withdraw.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
let newsroom: ExampleNewsroom

beforeEach(async () => {
  newsroom = await openExampleNewsroom(NOW)
})
afterEach(() => newsroom.close())

const twinOf = async () => (await sectionPage('en', 'economy', 1, NOW))?.otherSlug

it('a list knows its twin in the other language only while something is listed there', async () => {
  const english = await newsroom.draft('en', 'Tram depot opens')
  await publish(exampleDesk, { articleId: english.id, revision: english.revision, now: NOW })
  expect(await twinOf()).toBeNull()
  const draft = await newsroom.draft('ar', 'افتتاح الترام')
  expect(await twinOf()).toBeNull()
  const shown = await publish(exampleDesk, { articleId: draft.id, revision: draft.revision, now: NOW })
  expect(await twinOf()).toBe('اقتصاد')
  await withdraw(exampleDesk, { articleId: shown.id, revision: shown.revision, now: NOW })
  expect(await twinOf()).toBeNull()
})
