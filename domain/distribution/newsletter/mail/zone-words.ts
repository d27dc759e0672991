import type { Locale } from '#i18n/locales.ts'
import { timeZoneName } from '#i18n/time-zone-name.ts'
import { translator } from '#i18n/translator.ts'
import { siteTimeZone } from '#settings/site-time-zone.ts'

/** The zone of the clock times in a mail, since its readers may live in any other. */
export function zoneInWords(locale: Locale): string {
  const name = timeZoneName(siteTimeZone())
  return 'message' in name
    ? translator(locale, 'article')(`zone.${name.message}`)
    : translator(locale, 'mail')('zoneOf', { city: name.city })
}
