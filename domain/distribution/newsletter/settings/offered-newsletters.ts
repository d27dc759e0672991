import { readFact } from '#db/queries/facts.ts'
import {
  NEWSLETTER_FACT,
  type Newsletter,
  newsletterNames,
  parseOverrides,
  resolveSettings,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { Locale } from '#i18n/locales.ts'

type OfferedNewsletter = Pick<Newsletter, 'name' | 'at' | 'day'> & { title: string; about: string }

export type NewsletterOffer = {
  headline: string
  standfirst: string
  /** At least one, in the order in which readers see them. */
  newsletters: [OfferedNewsletter, ...OfferedNewsletter[]]
}

/** The newsletters that readers can subscribe to, in the words of a language; null when none is on. */
export async function offeredNewsletters(locale: Locale): Promise<NewsletterOffer | null> {
  const { newsletters, headline, standfirst } = resolveSettings(
    parseOverrides(await readFact(NEWSLETTER_FACT)),
  )
  const [first, ...rest] = newsletterNames
    .map(name => newsletters[name])
    .filter(({ isOn }) => isOn)
    .map(({ name, at, day, titles, about }) => ({
      name,
      at,
      day,
      title: titles[locale],
      about: about[locale],
    }))
  if (!first) return null
  return { headline: headline[locale], standfirst: standfirst[locale], newsletters: [first, ...rest] }
}
