import { getRequestConfig } from 'next-intl/server'
import { siteTimeZone } from '#settings/site-time-zone.ts'
import { defaultLocale, isLocale } from './locales.ts'

/** What next-intl needs for each request; the language comes from the path and from nothing else. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = isLocale(asked) ? asked : defaultLocale
  return {
    locale,
    timeZone: siteTimeZone(),
    messages: (await import(`../messages/${locale}.json`)).default,
  }
})
