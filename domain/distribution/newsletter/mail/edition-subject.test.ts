import { describe, expect, it } from 'vitest'
import type { Locale } from '#i18n/locales.ts'
import type { Edition } from './edition.ts'
import { editionPreview, editionSubject } from './edition-subject.ts'
import type { MailStory } from './mail-content.ts'
import { testEdition, testStories } from './mail-material.testing.ts'

const lead = (locale: Locale, headline: string): MailStory => ({
  ...(testStories(locale)[0] as MailStory),
  headline,
})

function editionOf(locale: Locale, headlines: string[], changes: Partial<Edition> = {}) {
  const stories = headlines.map(headline => lead(locale, headline))
  return [testEdition(locale, { stories, ...changes }), stories[0] as MailStory] as const
}

const times = (count: number, headline: string) => Array.from({ length: count }, () => headline)

describe('the subject of an edition', () => {
  it.each([
    [1, 'المرافئ تستعيد حركتها', 'Harbours fill again'],
    [2, 'المرافئ تستعيد حركتها، وخبر آخر', 'Harbours fill again, and one more story'],
    [3, 'المرافئ تستعيد حركتها، وخبران آخران', 'Harbours fill again, and two more stories'],
    [4, 'المرافئ تستعيد حركتها، وثلاثة أخبار أخرى', 'Harbours fill again, and three more stories'],
    [7, 'المرافئ تستعيد حركتها، وستة أخبار أخرى', 'Harbours fill again, and six more stories'],
    [11, 'المرافئ تستعيد حركتها، وعشرة أخبار أخرى', 'Harbours fill again, and ten more stories'],
    [12, 'المرافئ تستعيد حركتها، و11 خبرًا آخر', 'Harbours fill again, and 11 more stories'],
    [20, 'المرافئ تستعيد حركتها، و19 خبرًا آخر', 'Harbours fill again, and 19 more stories'],
  ])('counts the other stories: %i', (count, arabic, english) => {
    expect(editionSubject(...editionOf('ar', times(count, 'المرافئ تستعيد حركتها')))).toBe(arabic)
    expect(editionSubject(...editionOf('en', times(count, 'Harbours fill again')))).toBe(english)
  })

  it('has no comma behind a mark that ends a sentence', () => {
    expect(editionSubject(...editionOf('ar', times(7, 'من يدفع؟')))).toBe('من يدفع؟ وستة أخبار أخرى')
    expect(editionSubject(...editionOf('ar', times(7, '«من يدفع؟»')))).toBe('«من يدفع؟» وستة أخبار أخرى')
    expect(editionSubject(...editionOf('en', times(7, 'Who pays?')))).toBe('Who pays? And six more stories')
  })

  it('is the news alone where it is breaking', () => {
    const newsletter = { name: 'breaking', title: 'x' } as const
    expect(editionSubject(...editionOf('ar', ['استقال الوزير'], { newsletter }))).toBe('عاجل: استقال الوزير')
    expect(editionSubject(...editionOf('en', ['Minister resigns'], { newsletter }))).toBe(
      'Breaking: Minister resigns',
    )
  })

  it('stays on one line', () => {
    expect(editionSubject(...editionOf('en', ['A\r\nBcc: b@example.org\u2028c\u0000']))).toBe(
      'A Bcc: b@example.org c',
    )
  })
})

describe('the preview of an edition', () => {
  it('names the next stories, as many as fit', () => {
    expect(editionPreview(...editionOf('en', ['Lead', 'Second', 'Third']))).toBe('Second · Third')
    expect(editionPreview(...editionOf('en', ['Lead', 'Second', 'x'.repeat(150), 'Third']))).toBe('Second')
  })

  it('ends behind a whole word', () => {
    const long = 'سبعة أخبار قبل السابعة، '.repeat(20)
    const preview = editionPreview(...editionOf('ar', ['خبر', long]))
    expect(preview.length).toBeLessThanOrEqual(151)
    expect(preview).toMatch(/(?:سبعة|أخبار|قبل|السابعة)…$/)
  })

  it('is the standfirst of a story that stands alone, or the name of the newsletter', () => {
    const [edition, story] = editionOf('en', ['Lead'])
    expect(editionPreview(edition, { ...story, standfirst: 'More.' })).toBe('More.')
    expect(editionPreview(edition, { ...story, standfirst: null })).toBe('The Morning Seven')
  })
})
