import { setRequestLocale } from 'next-intl/server'
import { LAST_PAGE } from '#db/queries/listing.ts'
import { defaultLocale, isLocale, type Locale } from '#i18n/locales.ts'

/** The language of the path. The edge lets no other through, so anything else is a mistake of ours, not a reader's. */
export function readLocale(segment: string): Locale {
  const locale = isLocale(segment) ? segment : defaultLocale
  setRequestLocale(locale)
  return locale
}

/** A path segment as it was written: Next hands non-ASCII ones over percent-encoded. NFC, so that links from every system meet. */
export function readSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return segment
  }
}

/** The number of `?page=`; null when it is none that a list has, which answers 404. */
export function readPage(value: string | string[] | undefined): number | null {
  if (value === undefined) return 1
  if (typeof value !== 'string' || !/^[1-9]\d{0,3}$/.test(value)) return null
  const page = Number(value)
  return page <= LAST_PAGE ? page : null
}
