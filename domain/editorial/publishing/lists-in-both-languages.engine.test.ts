import { expect, it } from 'vitest'
import { sectionPage } from '#db/queries/sections.ts'
import { desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, targetOf } from '#testing/stories.testing.ts'
import { publish } from './publish.ts'
import { withdraw } from './withdraw.ts'

const now = new Date('2026-03-01T12:00:00Z')

aNewsroom()

const twinOf = async () => (await sectionPage('en', 'economy', 1, now))?.otherSlug

it('a list knows its twin in the other language only while something is listed there', async () => {
  const { storyId } = await anArticle({ status: 'published', now })
  expect(await twinOf()).toBeNull()
  const draft = await anArticle({ storyId, locale: 'ar', now })
  expect(await twinOf()).toBeNull()
  const shown = await publish(desk, targetOf(draft, now))
  expect(await twinOf()).toBe('اقتصاد')
  await withdraw(desk, targetOf(shown, now))
  expect(await twinOf()).toBeNull()
})
