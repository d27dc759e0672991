import { isLocale } from '#i18n/locales.ts'
import { withWesternDigits } from '#i18n/western-digits.ts'
import { cleanSlug } from './slug.ts'

/*
 * An address that was copied out of a sentence brings along what stood around it. No slug ends in one of these marks,
 * and a file name begins with a full stop at most.
 */
const BEHIND = /(?:&(?:[a-z]+|#\d+);?|[\p{P}\p{S}\p{C}\p{Z}])+$/u
const BEFORE = /^[«»“”„‟"'‘’‹›()[\]{}<>*_\p{C}\p{Z}]+/u

/** A part of an address without the marks of the sentence around it. */
export function withoutMarks(text: string): string {
  return text.replace(BEFORE, '').replace(BEHIND, '')
}

const FRONT_FILE = /^(?:index|default|home)\.(?:[sx]?html?|php\d?|aspx?|jsp|cgi|cfm)$/i

/**
 * The addresses that were probably meant, likeliest first, as decoded segments: without the marks of a sentence and the
 * file of a front page, then in small letters, then as slugs are made. Each differs from the others, and the first may be
 * the address itself.
 */
export function likelyAddresses(segments: readonly string[]): string[][] {
  const bare = segments.map(withoutMarks).filter(Boolean)
  const listed = FRONT_FILE.test(bare.at(-1) ?? '') ? bare.slice(0, -1) : bare
  const small = inLanguage(listed.map(each => each.toLowerCase()))
  const slugs = small.map(each => cleanSlug(withWesternDigits(each))).filter(Boolean)
  const all = [listed, small, slugs]
  return all.filter((each, index) => all.findIndex(other => other.join('/') === each.join('/')) === index)
}

/* `en-GB` and `ar_LB` are languages of other systems. */
function inLanguage([first = '', ...rest]: string[]): string[] {
  const [language] = first.split(/[-_]/)
  if (first === '') return rest
  return [/^[a-z]{2}[-_][a-z]{2,4}$/.test(first) && isLocale(language) ? language : first, ...rest]
}

export type FeedFormat = 'rss' | 'atom' | 'json'

/* The names that other systems give the feed of a list, below the address of the list. */
const FEED_FORMATS = new Map<string, FeedFormat>([
  ...['rss', 'rss2', 'rdf', 'feed', 'feeds', 'rss.xml', 'rss2.xml', 'feed.rss', 'feed.xml', 'feeds.xml']
    .concat('index.xml', 'index.rss', 'index.rdf', 'rdf.xml', 'news.rss', 'rss.php', 'feed.php', 'rss.aspx')
    .map(name => [name, 'rss'] as const),
  ...['atom', 'atom.xml', 'feed.atom', 'index.atom'].map(name => [name, 'atom'] as const),
  ...['feed.json', 'feeds.json', 'index.json', 'rss.json'].map(name => [name, 'json'] as const),
])

/** The list and the format of what looks like the address of a feed; null for any other address. */
export function likelyFeed(segments: readonly string[]): { list: string[]; format: FeedFormat } | null {
  let format: FeedFormat | null = null
  let rest = [...segments]
  /* `/feed/atom` says it twice; the last word counts. */
  for (let names = 0; names < 2; names++) {
    const found = FEED_FORMATS.get(rest.at(-1)?.toLowerCase() ?? '')
    if (found === undefined) break
    format ??= found
    rest = rest.slice(0, -1)
  }
  return format && { list: rest, format }
}

/** Whether a file at the root, or below a language, looks like a sitemap of another system, and of which kind. */
export function likelySitemap(segments: readonly string[]): 'index' | 'news' | null {
  const [first = '', second] = segments
  const name = (isLocale(first) ? second : first)?.toLowerCase()
  if (name === undefined || segments.length > (isLocale(first) ? 2 : 1)) return null
  if (
    /^(?:(?:google-?)?news[-_]?sitemap|sitemap[-_]?(?:google-?)?news|google-?news)(?:[-_]?index)?(?:\.xml)?$/.test(
      name,
    )
  )
    return 'news'
  return /^(?:wp-|[a-z]+-)?site-?maps?(?:[-_.]?index)?(?:[-_]?\d+)?(?:-[a-z0-9-]+)?(?:\.xml|\.txt|\.html?|\.php)?(?:\.gz)?$/.test(
    name,
  )
    ? 'index'
    : null
}
