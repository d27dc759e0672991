import { findNewPath, findStoryPath } from '#domain/discovery/old-addresses/find-new-path.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import { addressOf, type CleanAddress } from './clean-address.ts'

export type Redirect = { status: 307 | 308; location: string; vary?: string }

/** What is answered before any page is asked: the chooser, short links, and addresses with a better spelling. */
export async function redirectAhead(
  address: CleanAddress,
  locale: Locale,
): Promise<Redirect | 'gone' | 'missing' | null> {
  const [first, id] = address.segments
  if (first === undefined) return (await oldAddress(address)) ?? chooseLanguage(locale)
  if (first === 'a' && id !== undefined && address.segments.length === 2) {
    return (await shortLink(id, address.query.get('l'), locale)) ?? 'missing'
  }
  if (!address.isMisspelt) return null
  /* An old address with a slash at its end still takes one hop, not two. */
  return (await oldAddress(address)) ?? { status: 308, location: addressOf(address) }
}

/* Whoever passes an article on means the language in which they read it; a bare number goes by the browser's. */
async function shortLink(id: string, meant: string | null, preferred: Locale): Promise<Redirect | null> {
  if (!/^[1-9]\d{0,14}$/.test(id)) return null
  const path = await findStoryPath(Number(id), isLocale(meant) ? meant : preferred)
  if (!path) return null
  return { status: 308, location: path, ...(isLocale(meant) ? {} : { vary: 'Accept-Language' }) }
}

/** Where an address of the newsroom's former system leads now. */
export async function oldAddress({ path, query }: CleanAddress): Promise<Redirect | 'gone' | null> {
  const found = await findNewPath(path, query)
  return found === null || found === 'gone' ? found : { status: 308, location: found.path }
}

function chooseLanguage(locale: Locale): Redirect {
  return { status: 307, location: `/${locale}`, vary: 'Accept-Language, Cookie' }
}
