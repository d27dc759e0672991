import Negotiator from 'negotiator'
import { defaultLocale, type Locale, localeList } from '#i18n/locales.ts'
import { negotiated } from './negotiated.ts'

/* Of several languages that are equally welcome, the default one comes first. */
const offered = [defaultLocale, ...localeList.filter(locale => locale !== defaultLocale)]

/** The language of the site that a reader's browser prefers, by Accept-Language; the default one otherwise. */
export const preferredLocale = negotiated((acceptLanguage): Locale => {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage } })
  return (negotiator.language(offered) as Locale | undefined) ?? defaultLocale
})
