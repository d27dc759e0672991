import { expect, it } from 'vitest'
import { readFolder } from './read-folder.ts'
import { mistakeLine } from './seed-mistake.ts'

it('is a folder without a mistake, and a whole newspaper', { timeout: 120_000 }, async () => {
  const { content, reading } = await readFolder('demo')
  await reading.media.load(new Date(), () => {})
  expect(reading.mistakes.map(mistakeLine)).toEqual([])

  const { stories = [], sections = [], authors = [] } = content ?? {}
  const told = stories.map(story => story.articles.map(article => article.locale).join())
  const count = (languages: string) => told.filter(each => each === languages).length
  expect(stories.length).toBeGreaterThanOrEqual(60)
  expect(count('ar,en')).toBeGreaterThanOrEqual(45)
  expect(count('ar')).toBeGreaterThan(0)
  expect(count('en')).toBeGreaterThan(0)
  expect(sections).toHaveLength(8)
  expect(authors.length).toBeGreaterThanOrEqual(12)
})
