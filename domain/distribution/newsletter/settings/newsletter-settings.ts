import { z } from 'zod'
import type { Reader } from '#db/open.ts'
import { factOf } from '#db/queries/facts.ts'
import type { Tx } from '#db/write.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { translator } from '#i18n/translator.ts'

/** The newsletters that a site can have, in the order in which readers see them. */
export const newsletterNames = ['daily', 'weekly', 'breaking'] as const
export type NewsletterName = (typeof newsletterNames)[number]

type Texts = Record<Locale, string>

export type Newsletter = {
  name: NewsletterName
  /** Readers can subscribe, and editions are made. */
  isOn: boolean
  titles: Texts
  /** A sentence about its content. */
  about: Texts
  /** The clock time at which it goes out, `07:00` in the site's zone; null for one that a person sends. */
  at: string | null
  /** The day of the week on which it goes out, 0 for Sunday; null for every day. */
  day: number | null
  /** The most stories of an edition. */
  stories: number
}

export type NewsletterSettings = {
  newsletters: Record<NewsletterName, Newsletter>
  /** The promise at the top of the newsletter's page, which boxes on other pages repeat. */
  headline: Texts
  standfirst: Texts
  /** The name that mails come from; the site's name where it is not set. */
  senderNames: Partial<Texts>
  /** The address that mails come from; null: PRESS_MAIL_FROM. */
  senderAddress: string | null
  replyTo: string | null
  /** The publisher's postal address, which stands at the foot of every mail. */
  postalAddress: Partial<Texts>
}

const text = z.string().trim().min(1).max(300)
const texts = z.partialRecord(z.enum(localeList), text)
const address = z.string().refine(value => readMailAddress(value).kind === 'address')

const newsletter = z.strictObject({
  isOn: z.boolean().optional(),
  titles: texts.optional(),
  about: texts.optional(),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  day: z.int().min(0).max(6).optional(),
  stories: z.int().min(1).max(20).optional(),
})

/** The settings as somebody sets them and the database keeps them: what is left out has its default. */
export const newsletterOverrides = z.strictObject({
  newsletters: z.partialRecord(z.enum(newsletterNames), newsletter).optional(),
  headline: texts.optional(),
  standfirst: texts.optional(),
  senderNames: texts.optional(),
  senderAddress: address.nullable().optional(),
  replyTo: address.nullable().optional(),
  postalAddress: texts.optional(),
})

export type NewsletterOverrides = z.output<typeof newsletterOverrides>

/** The fact of the site that keeps them, as JSON. */
export const NEWSLETTER_FACT = 'newsletter.settings'

const FRIDAY = 5

/** When each goes out unless somebody sets it. */
const RHYTHM: Record<NewsletterName, Pick<Newsletter, 'at' | 'day' | 'stories'>> = {
  daily: { at: '07:00', day: null, stories: 7 },
  weekly: { at: '09:00', day: FRIDAY, stories: 7 },
  breaking: { at: null, day: null, stories: 1 },
}

/** The settings of the newsletters, with the default in the place of everything that nobody has set. */
export async function newsletterSettings(db: Reader | Tx): Promise<NewsletterSettings> {
  return resolveSettings(await storedOverrides(db))
}

/** The settings that somebody has made, with the default in the place of all others. */
export function resolveSettings(overrides: NewsletterOverrides): NewsletterSettings {
  const words = { ar: translator('ar', 'newsletters'), en: translator('en', 'newsletters') }
  const wordsFor = (key: Parameters<(typeof words)['ar']>[0]): Texts => ({
    ar: words.ar(key),
    en: words.en(key),
  })
  const resolve = (name: NewsletterName): Newsletter => {
    const { titles, about, day, ...own } = overrides.newsletters?.[name] ?? {}
    return {
      name,
      isOn: true,
      ...RHYTHM[name],
      ...own,
      ...(name === 'weekly' && day !== undefined && { day }),
      ...(name === 'breaking' && { at: null }),
      titles: { ...wordsFor(`${name}.title`), ...titles },
      about: { ...wordsFor(`${name}.about`), ...about },
    }
  }
  return {
    newsletters: { daily: resolve('daily'), weekly: resolve('weekly'), breaking: resolve('breaking') },
    headline: { ...wordsFor('headline'), ...overrides.headline },
    standfirst: { ...wordsFor('standfirst'), ...overrides.standfirst },
    senderNames: overrides.senderNames ?? {},
    senderAddress: overrides.senderAddress ?? null,
    replyTo: overrides.replyTo ?? null,
    postalAddress: overrides.postalAddress ?? {},
  }
}

/** Exactly what somebody has set. */
export async function storedOverrides(db: Reader | Tx): Promise<NewsletterOverrides> {
  return parseOverrides(await factOf(db, NEWSLETTER_FACT))
}

/** Reads them as the database keeps them. */
export function parseOverrides(stored: string | null): NewsletterOverrides {
  return stored === null ? {} : newsletterOverrides.parse(JSON.parse(stored))
}
