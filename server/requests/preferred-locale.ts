import Negotiator from 'negotiator'
import { defaultLocale, type Locale, localeList } from '#i18n/locales.ts'

/* No browser sends more, and more from a stranger is not worth the work. */
const MAX_HEADER_LENGTH = 500

/* Of several languages that are equally welcome, the default one comes first. */
const offered = [defaultLocale, ...localeList.filter(locale => locale !== defaultLocale)]

/** The language of the site that a reader's browser prefers, by Accept-Language; the default one otherwise. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const header = (acceptLanguage ?? '').slice(0, MAX_HEADER_LENGTH)
  const negotiator = new Negotiator({ headers: { 'accept-language': header } })
  return (negotiator.language(offered) as Locale | undefined) ?? defaultLocale
}
