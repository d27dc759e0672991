import { getRequestConfig } from 'next-intl/server'
import ar from '#messages/ar.json'
import en from '#messages/en.json'
import { siteTimeZone } from '#settings/site-time-zone.ts'
import { defaultLocale, isLocale, type Locale } from './locales.ts'

/* Turbopack resolves no subpath import whose specifier is composed at run time. */
const catalogs = { ar, en } as const satisfies Record<Locale, unknown>

/** Gives next-intl the language of each request, which comes from the path and from nothing else. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = isLocale(requested) ? requested : defaultLocale
  return { locale, timeZone: siteTimeZone(), messages: catalogs[locale] }
})
