import { describe, expect, it } from 'vitest'
import { putFact } from '#db/queries/facts.ts'
import { write } from '#db/write.ts'
import { findPage } from '#domain/discovery/addresses/find-page.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { NEWSLETTER_FACT, type NewsletterOverrides } from './newsletter-settings.ts'
import { offeredNewsletters } from './offered-newsletters.ts'

aNewsroom()

const set = (overrides: NewsletterOverrides) =>
  write(tx => putFact(tx, NEWSLETTER_FACT, JSON.stringify(overrides)))

const names = async () => (await offeredNewsletters('en'))?.newsletters.map(each => each.name)

describe('the newsletters that readers are offered', () => {
  it('are all, in the words of the page’s language, until somebody sets them', async () => {
    expect(await names()).toEqual(['daily', 'weekly', 'breaking'])
    const offer = await offeredNewsletters('ar')
    expect(offer?.newsletters[0]).toEqual({
      name: 'daily',
      title: 'موجز الصباح',
      about: 'سبعة أخبار وصورة واحدة.',
      at: '07:00',
      day: null,
    })
    expect(offer?.headline).toBe('سبعة أخبار قبل السابعة')
  })

  it('leave out what is off', async () => {
    await set({
      newsletters: { daily: { isOn: false }, weekly: { titles: { en: 'The Sunday letter' }, day: 0 } },
    })
    expect(await names()).toEqual(['weekly', 'breaking'])
    expect((await offeredNewsletters('en'))?.newsletters[0]).toMatchObject({
      title: 'The Sunday letter',
      day: 0,
    })
  })

  it('have no page when none is on, but readers can still leave', async () => {
    expect(await findPage(['en', 'newsletter'])).toEqual({ kind: 'page' })
    await set({
      newsletters: { daily: { isOn: false }, weekly: { isOn: false }, breaking: { isOn: false } },
    })
    expect(await offeredNewsletters('en')).toBeNull()
    expect(await findPage(['en', 'newsletter'])).toEqual({ kind: 'missing' })
    expect(await findPage(['en', 'newsletter', 'left'])).toEqual({ kind: 'page' })
    expect(await findPage(['en', 'newsletter', 'filled', 'leave'])).toEqual({ kind: 'page' })
  })
})

describe('addresses below that of the newsletters', () => {
  it.each([['sent'], ['left'], ['erased'], ['filled', 'confirm'], ['filled', 'too-many']])(
    'have a page: %s %s',
    async (...rest) => {
      expect(await findPage(['ar', 'newsletter', ...rest])).toEqual({ kind: 'page' })
    },
  )

  it.each([
    ['filled'],
    ['confirm'],
    ['nothing'],
    ['sent', 'x'],
    ['filled', 'sent'],
    ['filled', 'confirm', 'x'],
  ])('have none: %s %s %s', async (...rest) => {
    expect(await findPage(['ar', 'newsletter', ...rest])).toEqual({ kind: 'missing' })
  })
})
