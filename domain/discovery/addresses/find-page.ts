import { filledNewsletterPages, newsletterPages } from '#addresses/newsletter-pages.ts'
import { articlePath } from '#addresses/paths.ts'
import { readStoryId } from '#addresses/story-id.ts'
import { articlePlace } from '#db/queries/addresses.ts'
import { stretchesWithArticles } from '#db/queries/archive.ts'
import { feedSubject } from '#db/queries/feed-subjects.ts'
import { hasListedPage, hasNewestPage, hasPageBetween } from '#db/queries/listing.ts'
import { hasStandingPage } from '#db/queries/pages.ts'
import type { ArchiveDate, FeedSubject } from '#db/shapes.ts'
import { archiveDate, archiveYears } from '#domain/discovery/archive/calendar.ts'
import { offeredNewsletters } from '#domain/distribution/newsletter/settings/offered-newsletters.ts'
import { startOfDay } from '#i18n/dates.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'

/**
 * The answer to an address of readers' pages. `path` is given where many addresses show one page, which is then
 * rendered once, under this one.
 */
export type FoundPage =
  | { kind: 'page'; path?: string }
  | { kind: 'moved'; path: string }
  | { kind: 'missing' }

const page: FoundPage = { kind: 'page' }
const missing: FoundPage = { kind: 'missing' }

const pageIf = (isThere: boolean) => (isThere ? page : missing)

/**
 * Finds the page behind an address without rendering it: addresses that lead nowhere have no end, and each costs some
 * look-ups in indexes rather than a drawing. `number` is that of a page of a list; null for a number that no list has.
 */
export async function findPage(
  [locale, first, second, ...rest]: readonly string[],
  number: number | null = 1,
): Promise<FoundPage> {
  if (!isLocale(locale) || number === null) return missing
  const isOne = second === undefined
  if (first === undefined) return page
  switch (first) {
    case 'latest':
      return isOne ? pageIf(await hasNewestPage(locale, number)) : missing
    case 'search':
      return pageIf(isOne)
    case 'topics':
    case 'authors':
      if (isOne) return page
      return rest.length === 0
        ? listed(first === 'topics' ? 'topic' : 'author', locale, second, number)
        : missing
    case 'newsletter':
      return isOne
        ? pageIf((await offeredNewsletters(locale)) !== null)
        : pageIf(isOfNewsletter(second, rest))
    case 'pages':
      return pageIf(!isOne && rest.length === 0 && (await hasStandingPage(locale, second)))
    case 'archive': {
      const date = archiveDate([second, ...rest].filter(part => part !== undefined))
      return pageIf(date !== null && (await hasArchive(locale, date, number)))
    }
    default:
      return isOne ? listed('section', locale, first, number) : article(locale, first, second, rest)
  }
}

/** Whether a list has a feed: a section's, a topic's, an author's, or the front with all news. */
export async function hasFeedOf([locale, first, second, ...rest]: readonly string[]): Promise<boolean> {
  if (!isLocale(locale) || rest.length > 0) return false
  if (first === undefined) return true
  if (second === undefined) return (await feedSubject(locale, 'section', first)) !== null
  if (first !== 'topics' && first !== 'authors') return false
  return (await feedSubject(locale, first === 'topics' ? 'topic' : 'author', second)) !== null
}

async function listed(
  kind: FeedSubject['kind'],
  locale: Locale,
  slug: string,
  number: number,
): Promise<FoundPage> {
  const subject = await feedSubject(locale, kind, slug)
  return pageIf(subject !== null && (await hasListedPage(kind, subject.id, locale, number)))
}

/* The edge keeps readers away from the address of the filled pages, which it has drawn for itself. */
function isOfNewsletter(name: string, [filled, ...rest]: readonly string[]): boolean {
  if (filled === undefined) return newsletterPages.some(each => each === name)
  return name === 'filled' && rest.length === 0 && filledNewsletterPages.some(each => each === filled)
}

async function article(
  locale: Locale,
  section: string,
  id: string,
  rest: readonly string[],
): Promise<FoundPage> {
  const storyId = readStoryId(id)
  if (storyId === null) return missing
  const place = await articlePlace(locale, storyId)
  if (place === 'missing') return missing
  /* The page is the same for every spelling of the address: it says that the article is gone, or where it can be read. */
  if (typeof place === 'string') return { kind: 'page', path: `/${locale}/a/${storyId}` }
  const path = articlePath(locale, place)
  const isOwn = decodeURIComponent(path) === `/${[locale, section, id, ...rest].join('/')}`
  return isOwn ? page : { kind: 'moved', path }
}

async function hasArchive(
  locale: Locale,
  { year, month, day }: ArchiveDate,
  number: number,
): Promise<boolean> {
  if (year === undefined) return true
  if (!(await archiveYears(locale)).includes(year)) return false
  if (month === undefined) return true
  const [from, to] =
    day === undefined
      ? [startOfDay(year, month, 1), startOfDay(year, month + 1, 1)]
      : [startOfDay(year, month, day), startOfDay(year, month, day + 1)]
  if (number > 1) return hasPageBetween(locale, from, to, number)
  const [isThere = false] = await stretchesWithArticles(locale, [from, to])
  return isThere
}
