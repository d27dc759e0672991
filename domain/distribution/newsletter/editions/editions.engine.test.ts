import { beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { editionTextsOf, newestEditions } from '#db/queries/newsletter/editions.ts'
import { write } from '#db/write.ts'
import { currentHold, holdSendingIn, noteStartIn } from '#domain/distribution/newsletter/holding.ts'
import type { NewsletterOverrides } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { composeFrontIn } from '#domain/editorial/filing/compose-front.ts'
import { saveNewsletter } from '#domain/editorial/filing/save-newsletter.ts'
import { releaseSendingIn } from '#domain/editorial/newsletter/release-sending.ts'
import { publishDue } from '#domain/editorial/publishing/publish-due.ts'
import { setBreaking } from '#domain/editorial/publishing/set-breaking.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { desk } from '#testing/actors.testing.ts'
import { someNewsletterSettings } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, targetOf } from '#testing/stories.testing.ts'
import { latestSlot } from './edition-slot.ts'
import { isAnyEditionDue, makeDueEditions } from './make-due-editions.ts'
import { makeBreakingEdition, makeEdition } from './make-edition.ts'

aNewsroom()

/* The site's zone is Asia/Riyadh, three hours before UTC, and has no summer time. 22 February 2026 is a Sunday. */
const at = (text: string) => new Date(`2026-${text}:00Z`)
const START = at('02-21T12:00')

beforeEach(async () => {
  await someNewsletterSettings()
  await write(tx => noteStartIn(tx, START))
})

const news = (headline: string, publishedAt: Date, more = {}) =>
  anArticle({ status: 'published', headline, publishedAt, now: publishedAt, ...more })

type NewsletterOverride = NonNullable<NonNullable<NewsletterOverrides['newsletters']>['daily']>

const made = async () =>
  (await newestEditions(reader(), 20)).map(({ newsletter, state, dueAt }) => [
    newsletter,
    state,
    dueAt.toISOString().slice(5, 16),
  ])

async function storiesOf(id: number, locale = 'en'): Promise<string> {
  const texts = await editionTextsOf(reader(), id)
  return texts.find(text => text.locale === locale)?.text ?? ''
}

describe('an edition', () => {
  it('is made once at its hour, and not before', async () => {
    await news('Harbours fill again', at('02-22T02:00'))
    expect(await makeDueEditions(at('02-22T03:59'))).toEqual([])
    expect(await isAnyEditionDue(at('02-22T04:00'))).toBe(true)
    const both = await Promise.all([makeDueEditions(at('02-22T04:00')), makeDueEditions(at('02-22T04:00'))])
    expect(both.flat()).toHaveLength(1)
    expect(await isAnyEditionDue(at('02-22T04:01'))).toBe(false)
    expect(await made()).toEqual([['daily', 'sending', '02-22T04:00']])
  })

  it('has what was published since the last one, and none is sent without news', async () => {
    await news('Old news', at('02-21T20:00'))
    const [first] = await makeDueEditions(at('02-22T04:00'))
    await makeDueEditions(at('02-23T04:00'))
    await news('New news', at('02-23T10:00'))
    const [third] = await makeDueEditions(at('02-24T04:00'))
    expect(await made()).toEqual([
      ['daily', 'sending', '02-24T04:00'],
      ['daily', 'empty', '02-23T04:00'],
      ['daily', 'sending', '02-22T04:00'],
    ])
    expect(await storiesOf(first?.id ?? 0)).toContain('Old news')
    expect(await storiesOf(third?.id ?? 0)).toContain('New news')
    expect(await storiesOf(third?.id ?? 0)).not.toContain('Old news')
  })

  it('waits for the stories that were scheduled for its hour', async () => {
    await news('Old news', at('02-21T20:00'))
    await anArticle({
      status: 'scheduled',
      headline: 'At seven',
      now: at('02-22T03:00'),
      publishedAt: at('02-22T04:00'),
    })
    expect(await isAnyEditionDue(at('02-22T04:00'))).toBe(false)
    expect(await makeDueEditions(at('02-22T04:00'))).toEqual([])
    await publishDue(at('02-22T04:01'))
    const [edition] = await makeDueEditions(at('02-22T04:01'))
    expect(await storiesOf(edition?.id ?? 0)).toContain('At seven')
  })

  it('follows the order of the front', async () => {
    const lead = await news('The lead', at('02-22T00:00'))
    await news('The newest', at('02-22T03:00'))
    await write(tx =>
      composeFrontIn(tx, desk, {
        locale: 'en',
        places: { lead: [lead.storyId], second: [] },
        now: at('02-22T03:30'),
      }),
    )
    const [edition] = await makeDueEditions(at('02-22T04:00'))
    const text = await storiesOf(edition?.id ?? 0)
    expect(text.indexOf('The lead')).toBeGreaterThan(-1)
    expect(text.indexOf('The lead')).toBeLessThan(text.indexOf('The newest'))
  })

  it('names the story of the breaking strip once', async () => {
    await news('The newest', at('02-22T03:00'))
    const { storyId } = await news('It happened', at('02-22T02:00'))
    await setBreaking(desk, { locale: 'en', storyId, now: at('02-22T02:10') })
    const [edition] = await makeDueEditions(at('02-22T04:00'))
    const text = await storiesOf(edition?.id ?? 0)
    expect(text.match(/It happened/g)).toHaveLength(1)
    expect(text).toContain('The newest')
  })

  it('exists in the languages that have news, and never shows what is not public', async () => {
    const gone = await news('Withdrawn', at('02-22T01:00'))
    await withdraw(desk, { ...targetOf(gone, at('02-22T01:30')) })
    await anArticle({ headline: 'A draft' })
    await news('خبر بالعربية', at('02-22T02:00'), { locale: 'ar' })
    const [edition] = await makeDueEditions(at('02-22T04:00'))
    const texts = await editionTextsOf(reader(), edition?.id ?? 0)
    expect(texts.map(({ locale }) => locale)).toEqual(['ar'])
    expect(JSON.stringify(texts)).not.toMatch(/Withdrawn|A draft/)
  })

  it('that is more than three hours late waits for a person, until the next one is made', async () => {
    await news('Harbours fill again', at('02-22T02:00'))
    await makeDueEditions(at('02-22T07:01'))
    expect(await made()).toEqual([['daily', 'late', '02-22T04:00']])
    await makeDueEditions(at('02-23T04:00'))
    expect(await made()).toEqual([
      ['daily', 'sending', '02-23T04:00'],
      ['daily', 'cancelled', '02-22T04:00'],
    ])
  })

  it('of three hours is still sent', async () => {
    await news('Harbours fill again', at('02-22T02:00'))
    await makeDueEditions(at('02-22T07:00'))
    expect(await made()).toEqual([['daily', 'sending', '02-22T04:00']])
  })

  it('waits for a person when mails would have no postal address', async () => {
    await news('Harbours fill again', at('02-22T02:00'))
    await write(async tx => {
      const { putFact } = await import('#db/queries/facts.ts')
      await putFact(tx, 'newsletter.settings', null)
    })
    await makeDueEditions(at('02-22T04:00'))
    expect((await newestEditions(reader(), 1))[0]).toMatchObject({
      state: 'late',
      failure: expect.stringContaining('no postal address'),
    })
  })

  it('is not made of a newsletter that is off, nor for a time before the portal began', async () => {
    await news('Harbours fill again', at('02-21T02:00'))
    await write(tx => noteStartIn(tx, at('02-22T04:30')))
    await makeDueEditions(at('02-22T05:00'))
    await saveNewsletter(desk, { newsletters: { daily: { isOn: false } } })
    await makeDueEditions(at('02-23T04:00'))
    expect(await made()).toEqual([])
  })

  it('is not made at once when somebody sets an hour that is over, or switches a newsletter on', async () => {
    await news('Harbours fill again', at('02-22T02:00'))
    await makeDueEditions(at('02-22T04:00'))
    await news('Ferries sail again', at('02-22T05:00'))
    const set = (daily: NewsletterOverride, now: Date) =>
      saveNewsletter(desk, { newsletters: { daily } }, now)
    await set({ at: '09:00' }, at('02-22T06:30'))
    await makeDueEditions(at('02-22T06:31'))
    await set({ at: '06:00' }, at('02-22T07:00'))
    await makeDueEditions(at('02-22T07:01'))
    await set({ isOn: false }, at('02-22T08:00'))
    await set({ isOn: true }, at('02-23T05:00'))
    await makeDueEditions(at('02-23T05:01'))
    expect(await made()).toEqual([['daily', 'sending', '02-22T04:00']])
    await set({ at: '08:02' }, new Date('2026-02-23T05:02:30Z'))
    await makeDueEditions(at('02-23T05:03'))
    expect(await made()).toEqual([
      ['daily', 'sending', '02-23T05:02'],
      ['daily', 'sending', '02-22T04:00'],
    ])
  })

  it('is not made while the newsroom is a copy, and those of that time are not made up for', async () => {
    await news('Harbours fill again', at('02-22T02:00'))
    await write(tx => holdSendingIn(tx, 'restored', at('02-22T03:00')))
    await makeDueEditions(at('02-22T04:00'))
    expect(await currentHold(reader())).toMatchObject({ reason: 'restored' })
    await write(tx => releaseSendingIn(tx, desk, at('02-22T05:00')))
    await makeDueEditions(at('02-22T05:01'))
    expect(await made()).toEqual([])
    await makeDueEditions(at('02-23T04:00'))
    expect(await made()).toEqual([['daily', 'sending', '02-23T04:00']])
  })
})

describe('a breaking edition', () => {
  it('is about a published story, in its languages, and exists once', async () => {
    const { storyId } = await news('It happened', at('02-22T02:00'))
    const edition = await makeBreakingEdition(desk, { storyId }, at('02-22T02:10'))
    expect(await storiesOf(edition.id)).toContain('It happened')
    await expect(makeBreakingEdition(desk, { storyId }, at('02-22T02:11'))).rejects.toMatchObject({
      code: 'newsletter.sentAlready',
    })
    await makeBreakingEdition(desk, { storyId, again: true }, at('02-22T02:12'))
    const draft = await anArticle({ headline: 'Not yet' })
    await expect(
      makeBreakingEdition(desk, { storyId: draft.storyId }, at('02-22T02:13')),
    ).rejects.toMatchObject({ code: 'newsletter.storyNotPublished' })
  })
})

it('an edition made by hand has the news since the last one', async () => {
  await news('First', at('02-22T02:00'))
  await makeEdition(desk, { newsletter: 'daily', dueAt: at('02-22T03:00') }, at('02-22T03:00'))
  const again = await makeEdition(desk, { newsletter: 'daily', dueAt: at('02-22T03:30') }, at('02-22T03:30'))
  expect(again?.state).toBe('empty')
})

describe('the hour of a newsletter', () => {
  it.each([
    ['07:00', null, '02-22T03:59', '02-21T04:00'],
    ['07:00', null, '02-22T04:00', '02-22T04:00'],
    ['00:30', null, '02-22T21:31', '02-22T21:30'],
    ['23:45', null, '02-22T20:00', '02-21T20:45'],
    ['09:00', 5, '02-22T12:00', '02-20T06:00'],
    ['09:00', 0, '02-22T05:59', '02-15T06:00'],
    ['09:00', 0, '02-22T06:00', '02-22T06:00'],
  ])('%s on day %s, seen at %s, was last at %s', (clock, day, now, slot) => {
    expect(latestSlot({ at: clock, day }, at(now))?.toISOString().slice(5, 16)).toBe(slot)
  })
})
