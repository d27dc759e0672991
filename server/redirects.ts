import { findNewPath, findStoryPath } from '../domain/addresses/find-new-path'
import type { Locale } from '../i18n/locales'
import { addressOf, type CleanAddress } from './clean-address'

export type Redirect = { status: 307 | 308; location: string; vary?: string }

/** What is answered before any page is asked: the chooser, short links, and addresses with a better spelling. */
export async function redirectAhead(
  address: CleanAddress,
  locale: Locale,
): Promise<Redirect | 'gone' | 'missing' | null> {
  const [first, id] = address.segments
  if (first === undefined) return (await oldAddress(address)) ?? chooseLanguage(locale)
  if (first === 'a' && id !== undefined && address.segments.length === 2) {
    const path = /^[1-9]\d{0,14}$/.test(id) ? await findStoryPath(Number(id), locale) : null
    return path ? { status: 308, location: path, vary: 'Accept-Language' } : 'missing'
  }
  if (!address.isMisspelt) return null
  /* An old address with a slash at its end still takes one hop, not two. */
  return (await oldAddress(address)) ?? { status: 308, location: addressOf(address) }
}

/** Where an address of the newsroom's former system leads now. */
export async function oldAddress({ path, query }: CleanAddress): Promise<Redirect | 'gone' | null> {
  const found = await findNewPath(path, query)
  return found === null || found === 'gone' ? found : { status: 308, location: found.path }
}

function chooseLanguage(locale: Locale): Redirect {
  return { status: 307, location: `/${locale}`, vary: 'Accept-Language, Cookie' }
}
