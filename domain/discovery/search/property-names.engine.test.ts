import { beforeAll, expect, it } from 'vitest'
import { aBody } from '#testing/body.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { madeWords, propertyNames, propertyWords } from '#testing/odd-words.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { analyze, stemOf } from './analysis/analyze.ts'
import { searchArticles } from './search-articles.ts'
import { suggest } from './suggest.ts'

const NOW = new Date('2026-03-01T12:00:00Z')

aNewsroom('once')

beforeAll(async () => {
  for (const locale of ['ar', 'en'] as const) {
    const storyId = await aStory({ now: NOW })
    const headline = 'The word constructor'
    const body = aBody(propertyNames.join(' '))
    await anArticle({ storyId, locale, headline, body, status: 'published', now: NOW })
  }
})

it.each(['ar', 'en'] as const)(
  'searches and completes every such word like any other, in %s',
  { timeout: 300_000 },
  async locale => {
    for (const name of propertyNames) {
      const answer = await searchArticles({ locale, typed: name })
      /* An underscore is no letter, and what is left may be a word that nearly every text has. */
      if (answer.kind === 'answered') expect([name, answer.total.count]).toEqual([name, 1])
      else expect(['tooShort', 'wordless']).toContain(answer.why)
      for (const typed of [`"${name}"`, `-${name} news`, `${name}*`, `${name} ${name}`, `${name}x`])
        await searchArticles({ locale, typed })
      await suggest(name, locale)
      await suggest(name.slice(0, 4), locale)
    }
  },
)

it('finds an article by such a word, in any of its forms', async () => {
  for (const typed of ['constructor', 'constructors', 'CONSTRUCTOR']) {
    const answer = await searchArticles({ locale: 'en', typed })
    expect(answer).toMatchObject({ kind: 'answered', total: { count: 1 } })
  }
})

it('gives every word a stem that is text', () => {
  for (const word of [...propertyWords, ...madeWords(10_000)]) {
    expect(typeof stemOf(word)).toBe('string')
    for (const { stem, folded } of analyze(word))
      expect([typeof stem, typeof folded]).toEqual(['string', 'string'])
  }
})

const COUNT = process.env.E2E_LONG === '1' ? 10_000 : 500

it(`answers ${COUNT} other words`, { timeout: 900_000 }, async () => {
  let asked = 0
  for (const typed of madeWords(COUNT)) {
    const locale = asked++ % 2 ? 'en' : 'ar'
    expect((await searchArticles({ locale, typed })).kind).toBeDefined()
    await suggest(typed, locale)
  }
})
