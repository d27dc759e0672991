import { setRequestLocale } from 'next-intl/server'
import { LAST_PAGE } from '#db/queries/listing.ts'
import { defaultLocale, isLocale, type Locale } from '#i18n/locales.ts'

/** The language of the path. The edge passes on only known ones, so a fallback here means a mistake of ours. */
export function readLocale(segment: string): Locale {
  const locale = isLocale(segment) ? segment : defaultLocale
  setRequestLocale(locale)
  return locale
}

/** A decoded path segment: Next passes non-ASCII ones percent-encoded. NFC makes links from every system equal. */
export function readSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return segment
  }
}

/** The number in `?page=`; null for a value that no list can have, which answers 404. */
export function readPage(value: string | string[] | undefined): number | null {
  if (value === undefined) return 1
  if (typeof value !== 'string' || !/^[1-9]\d{0,3}$/.test(value)) return null
  const page = Number(value)
  return page <= LAST_PAGE ? page : null
}
