/** Every fact about a language of the site stands in this one table; types, switches and formats come from it. */
export const locales = {
  ar: {
    dir: 'rtl',
    name: 'العربية',
    other: 'en',
    /** Digits and calendar are named, because the defaults of `ar` changed between ICU 75 and 76. */
    intl: 'ar-u-nu-latn-ca-gregory',
    intlHijri: 'ar-u-nu-latn-ca-islamic-umalqura',
    openGraph: 'ar_AR',
  },
  en: {
    dir: 'ltr',
    name: 'English',
    other: 'ar',
    intl: 'en-GB-u-nu-latn-ca-gregory',
    intlHijri: 'en-GB-u-nu-latn-ca-islamic-umalqura',
    openGraph: 'en_GB',
  },
} as const

export type Locale = keyof typeof locales

export const localeList = ['ar', 'en'] as const satisfies readonly Locale[]

export const defaultLocale: Locale = 'ar'

/** Whether a path segment or a setting names a language of the site. */
export function isLocale(value: unknown): value is Locale {
  return value === 'ar' || value === 'en'
}

/** The other language, to which the switch leads. */
export function otherLocale(locale: Locale): Locale {
  return locales[locale].other
}
