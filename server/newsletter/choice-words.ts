import type {
  NewsletterName,
  NewsletterSettings,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import type { Locale } from '#i18n/locales.ts'
import { listParts } from '#i18n/numbers.ts'
import { translator } from '#i18n/translator.ts'

/** The newsletters of a choice, in words: «موجز الصباح» و«عاجل». */
export function newslettersInWords(
  names: readonly NewsletterName[],
  { newsletters }: NewsletterSettings,
  locale: Locale,
): string {
  const t = translator(locale, 'newsletter')
  const titles = names.map(name =>
    t('named', { title: isolatedText(newsletters[name].titles[locale], locale) }),
  )
  return listParts(titles, locale)
    .map(({ value }) => value)
    .join('')
}

/** The language of mails, as it stands in a sentence. */
export function languageInWords(language: Locale, locale: Locale): string {
  return translator(locale, 'newsletter')(language === 'ar' ? 'inArabic' : 'inEnglish')
}

/** A wait, rounded up to minutes. */
export function waitInWords(waitMs: number, locale: Locale): string {
  return translator(locale, 'newsletter')('minutes', { count: Math.max(1, Math.ceil(waitMs / 60_000)) })
}
