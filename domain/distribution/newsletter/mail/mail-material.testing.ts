import fs from 'node:fs'
import path from 'node:path'
import type { Glaze } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { confirmMail } from './confirm-mail.ts'
import type { Edition } from './edition.ts'
import { editionMail } from './edition-mail.ts'
import type { MailContent, MailPicture, MailSite, MailStory } from './mail-content.ts'
import { manageMail } from './manage-mail.ts'
import { type Placeholder, withValues } from './placeholders.ts'

/* For tests: every mail, made of stories of the demonstration newsroom. */

const origin = 'https://arabpress.example'

export const testSite = (locale: Locale): MailSite => ({
  names: { ar: 'عرب برس', en: 'Arab Press' },
  postalAddress:
    locale === 'ar'
      ? 'شارع المطبعة 12، صندوق البريد 100، مدينة المرفأ'
      : '12 Printers’ Street, PO Box 100, Harbour City',
  siteUrl: origin,
  privacyUrl: `${origin}/${locale}/pages/privacy`,
})

export const testValues = (locale: Locale): Record<Placeholder, string> => ({
  leaveUrl: `${origin}/${locale}/newsletter/leave/418.Qm7x2LrT9vKd0aXo-Zb3_4fGhJkLmNpQrStUvWx`,
  changeUrl: `${origin}/${locale}/newsletter/change/418.Qm7x2LrT9vKd0aXo-Zb3_4fGhJkLmNpQrStUvWx?a=1&b="2"`,
  confirmedOn: locale === 'ar' ? '3\u00a0يناير 2026' : '3\u00a0January 2026',
})

export const testPicture = (locale: Locale): MailPicture => ({
  url: `${origin}/media/harbour-1104.png`,
  width: 1104,
  height: 621,
  alt:
    locale === 'ar'
      ? 'زخرفة هندسية بلون المغرة: رسم لمقال المرافئ'
      : 'Geometric pattern in ochre: art for the harbour story',
  credit: locale === 'ar' ? 'رسم: عرب برس' : 'Art: Arab Press',
})

const told = [
  ['new-harbour-berths', 'economy', 'الاقتصاد', 'Economy'],
  ['5g-vendor-restrictions', 'telecoms', 'التقنية', 'Technology'],
  ['sea-cable-repair', 'telecoms', 'التقنية', 'Technology'],
  ['library-of-light', 'culture', 'الثقافة', 'Culture'],
  ['cup-quarter-finals', 'sport', 'الرياضة', 'Sport'],
  ['night-pharmacy-rota', 'cities', 'المجتمع', 'Society'],
  ['polar-station-winter', 'science', 'العالم', 'World'],
] as const satisfies (readonly [string, Glaze, string, string])[]

/** A story of the demonstration, as mails have it. */
function demoStory(locale: Locale, [slug, glaze, arabic, english]: (typeof told)[number]): MailStory {
  const text = fs.readFileSync(path.resolve('demo/stories', slug, `${locale}.md`), 'utf8')
  const field = (name: string) => new RegExp(`^${name}: "(.*)"$`, 'm').exec(text)?.[1] ?? ''
  return {
    url: `${origin}/${locale}/${glaze}/12/${slug}`,
    section: { name: locale === 'ar' ? arabic : english, glaze },
    headline: field('headline'),
    standfirst: field('standfirst'),
    minutes: 4,
    picture: null,
  }
}

export function testStories(locale: Locale): MailStory[] {
  const stories = told.map(story => demoStory(locale, story))
  return stories.map((story, index) => (index === 0 ? { ...story, picture: testPicture(locale) } : story))
}

export function testEdition(locale: Locale, changes: Partial<Edition> = {}): Edition {
  return {
    locale,
    site: testSite(locale),
    newsletter: { name: 'daily', title: locale === 'ar' ? 'موجز الصباح' : 'The Morning Seven' },
    at: new Date('2026-02-22T04:00:00Z'),
    stories: testStories(locale),
    breaking: null,
    ...changes,
  }
}

const breakingTexts = {
  ar: 'وزراء النقل يتفقون على تذكرة موحّدة للقطارات العابرة للحدود',
  en: 'Transport ministers agree on a single ticket for cross-border rail',
} as const

const testBreaking = (locale: Locale) => ({
  at: new Date('2026-02-22T03:40:00Z'),
  text: breakingTexts[locale],
  url: `${origin}/${locale}/region/14/rail`,
})

/** Texts that break mails: the other direction, markup, quotes, words without an end, nothing at all. */
const oddTexts = {
  ar: [
    'شركة Apple Inc. تعلن «iPhone 17» بسعر 1,299 دولارًا وتتوقّع 3-1 و-5% ورقم +961 1 234 567 لكل من يسأل عن التفاصيل قبل نهاية الأسبوع',
    'قال «The quick brown fox jumps over the lazy dog, twice (and a half), before lunch.» ثم سكت',
    'عنوان فيه <script>alert("نعم")</script> و& و"اقتباس" و\' وعلامة\r\nBcc: victim@example.org\u2028وسطر',
    'كلمة_طويلة_بلا_نهاية_'.repeat(10).slice(0, 200),
    'هل وصلت السفينة؟',
  ],
  en: [
    'The ministry of «وزارة الاتصالات والتقنية (2026)» answers +961 1 234 567: “نعم، ولكن بعد حين.” says its spokesman after a very long week of talks that nobody could follow to the end',
    'صحيفة عربية تكتب عنوانًا عربيًّا كاملًا في رسالة إنجليزية',
    'A headline with <script>alert("yes")</script> & "quotes" and \' and\r\nBcc: victim@example.org\u2028a line',
    'Donaudampfschifffahrtsgesellschaft'.repeat(6).slice(0, 200),
    'Did the ship arrive?',
  ],
} as const satisfies Record<Locale, readonly string[]>

function oddStories(locale: Locale): MailStory[] {
  return oddTexts[locale].map((text, index) => ({
    ...(testStories(locale)[index] as MailStory),
    headline: text,
    standfirst: index === 3 ? null : text,
    section: {
      name: ['Telecommunications', 'الأخبار المحلية والدولية'][index % 2] as string,
      glaze: 'telecoms',
    },
    minutes: null,
    picture: index === 0 ? { ...testPicture(locale), width: 800, height: 1200, alt: '', credit: text } : null,
  }))
}

/** Twenty stories with the longest texts that the newsroom takes. */
export function manyStories(locale: Locale): MailStory[] {
  return Array.from({ length: 20 }, (_, index) => {
    const story = testStories(locale)[index % told.length] as MailStory
    const long = (text: string, length: number) => `${text} `.repeat(10).slice(0, length).trim()
    return { ...story, headline: long(story.headline, 200), standfirst: long(story.standfirst ?? '', 300) }
  })
}

/** An edition whose stories are these headlines alone. */
export function headlinesOnly(locale: Locale, headlines: readonly string[]): MailContent {
  const [story] = testStories(locale)
  const stories = headlines.map(headline => ({
    ...(story as MailStory),
    headline,
    standfirst: null,
    picture: null,
  }))
  return editionMail(testEdition(locale, { stories }))
}

/** The html of a mail as one subscriber gets it. */
export function filledHtml(mail: MailContent, locale: Locale): string {
  return withValues(mail.html, testValues(locale), 'html')
}

/** Every kind of mail by a name of its own. */
export function everyMail(locale: Locale): Record<string, MailContent> {
  const site = testSite(locale)
  const other = locale === 'ar' ? 'en' : 'ar'
  const titles =
    locale === 'ar'
      ? ['موجز الصباح', 'قراءات الأسبوع', 'عاجل']
      : ['The Morning Seven', 'Weekend reading', 'Breaking news']
  const url = `${origin}/${locale}/newsletter/confirm/Qm7x2LrT9vKd0aXo-Zb3_4fGhJkLmNpQrStUvWxYz12`
  const edition = (changes: Partial<Edition>) => editionMail(testEdition(locale, changes))
  const [first] = testStories(locale)
  const urgent = { name: 'breaking', title: titles[2] as string } as const
  return {
    confirm: confirmMail({ locale, site, url, choice: { titles: titles.slice(0, 1), language: locale } }),
    'confirm-other': confirmMail({
      locale,
      site: { ...site, privacyUrl: null },
      url,
      choice: {
        titles: [other === 'ar' ? 'موجز الصباح' : 'The Morning Seven', ...titles.slice(1)],
        language: other,
      },
    }),
    manage: manageMail({ locale, site, url: url.replace('confirm', 'manage') }),
    daily: edition({ breaking: testBreaking(locale) }),
    weekly: edition({ newsletter: { name: 'weekly', title: titles[1] as string } }),
    breaking: edition({ newsletter: urgent, breaking: testBreaking(locale) }),
    'breaking-bare': edition({
      newsletter: urgent,
      stories: [{ ...(first as MailStory), picture: null, standfirst: null, minutes: null }],
    }),
    bare: edition({ stories: [{ ...(first as MailStory), picture: null, standfirst: null, minutes: null }] }),
    odd: edition({
      stories: oddStories(locale),
      breaking: { ...testBreaking(locale), text: oddTexts[locale][3] },
    }),
    many: edition({ stories: manyStories(locale), breaking: testBreaking(locale) }),
  }
}
