import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { filledNewsletterPages, newsletterPages } from '#addresses/newsletter-pages.ts'
import { Footer } from '#components/footer/Footer.tsx'
import type { Frame } from '#db/shapes.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import ar from '#messages/ar.json'
import en from '#messages/en.json'
import { fillSlots } from '#request/slots.ts'
import { NewsletterBox } from './NewsletterBox.tsx'
import { NewsletterChoices } from './NewsletterChoices.tsx'
import { NewsletterState } from './NewsletterState.tsx'
import type { NewsletterOffer, OfferedNewsletter } from './newsletter-offer.ts'

const markupOf = (content: ReactNode, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'ar' ? ar : en} timeZone="UTC">
      {content}
    </NextIntlClientProvider>,
  )

const daily: OfferedNewsletter = {
  name: 'daily',
  title: 'The Seven',
  about: 'Seven stories.',
  at: '07:00',
  day: null,
}
const weekly: OfferedNewsletter = { ...daily, name: 'weekly', title: 'Weekend', at: '09:30', day: 5 }
const breaking: OfferedNewsletter = { ...daily, name: 'breaking', title: 'Breaking', at: null }
const offerOf = (...newsletters: NewsletterOffer['newsletters']): NewsletterOffer => ({
  headline: 'Before seven',
  standfirst: 'A letter.',
  newsletters,
})

describe('the box', () => {
  it('promises what the daily letter is, and offers the first that is on', () => {
    const box = markupOf(<NewsletterBox offer={offerOf(daily, weekly)} place="front" />)
    expect(box).toContain('The Seven: Before seven')
    expect(box).toContain('name="edition" value="daily"')
    const later = markupOf(<NewsletterBox offer={offerOf(weekly, breaking)} place="front" />)
    expect(later).toMatch(/<h2[^>]*>Weekend<\/h2><p>Seven stories\.<\/p>/)
    expect(later).toContain('name="edition" value="weekly"')
  })
})

describe('the foot of a page', () => {
  const frame: Frame = {
    locale: 'en',
    site: { name: 'Arab Press', tagline: '', description: '', contact: { email: null, phone: null } },
    otherSite: { name: 'عرب برس', tagline: '' },
    sections: [],
    pages: [],
    breaking: null,
  }

  it('leads to the newsletters while one is on', () => {
    expect(markupOf(<Footer frame={{ ...frame, offer: offerOf(daily) }} />)).toContain('/en/newsletter"')
    expect(markupOf(<Footer frame={{ ...frame, offer: null }} />)).not.toContain('newsletter')
  })
})

describe('the rhythm of a newsletter', () => {
  it.each([
    [daily, 'Daily, 07:00', 'كل يوم، 07:00'],
    [weekly, 'Fridays, 09:30', 'كل جمعة، 09:30'],
    [{ ...weekly, day: 0 }, 'Sundays, 09:30', 'كل أحد، 09:30'],
    [breaking, 'As it happens', 'حين يقع الخبر'],
  ])('stands in words', (newsletter, english, arabic) => {
    expect(markupOf(<NewsletterChoices newsletters={[newsletter]} />)).toContain(`>${english}<`)
    expect(markupOf(<NewsletterChoices newsletters={[newsletter]} />, 'ar')).toContain(`>${arabic}<`)
  })
})

describe('the pages that the edge fills', () => {
  const texts = { address: '<b>@example.org', newsletters: 'The Seven', language: 'in English', minutes: 'a' }

  it.each(localeList.flatMap(locale => filledNewsletterPages.map(name => [name, locale] as const)))(
    'have only slots and conditions that there are: %s in %s',
    (name, locale) => {
      const drawn = markupOf(<NewsletterState name={name} offer={offerOf(daily)} pages={[]} />, locale)
      const html = fillSlots(drawn, { texts, on: new Set([locale]) })
      expect(html).not.toMatch(/[\uE000\uE001]|data-\w+-if|<b>@/)
      if (drawn.includes('\uE000address')) expect(html).toContain('&lt;b&gt;@example.org')
    },
  )

  it('say what is wrong with an address that asks for a new link, and nothing before', () => {
    const drawn = markupOf(<NewsletterState name="expired" offer={null} pages={[]} />)
    const wrong = fillSlots(drawn, { texts: { address: 'nobody@' }, on: new Set(['malformed']) })
    expect(wrong).toMatch(/<input[^>]*aria-invalid="true"[^>]*value="nobody@"/)
    expect(wrong).toMatch(/<p id="address-error" class="letter-error">/)
    const first = fillSlots(drawn, { texts: { address: '' }, on: new Set() })
    const [, sentences = ''] = /<p id="address-error" class="letter-error">(.*?)<\/p>/.exec(first) ?? []
    expect(sentences.match(/<span hidden="">/g)).toHaveLength(4)
    expect(sentences).not.toContain('<span>')
    expect(first).not.toMatch(/aria-invalid|autofocus/)
  })

  it('let a reader leave and take data away when no newsletter is on', () => {
    const html = markupOf(<NewsletterState name="manage" offer={null} pages={[]} />)
    for (const action of ['leave', 'export', 'erase']) expect(html).toContain(`value="${action}"`)
    expect(html).not.toContain('value="save"')
  })

  it('leave the pages that are the same for everybody without a slot', () => {
    for (const name of newsletterPages)
      expect(markupOf(<NewsletterState name={name} offer={null} pages={[]} />)).not.toContain('\uE000')
  })
})
