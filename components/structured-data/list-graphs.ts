import {
  articlePath,
  authorPath,
  authorsPath,
  frontPath,
  pagedPath,
  standingPagePath,
} from '#addresses/paths.ts'
import type { AuthorPage, HeadlineItem, Page, StandingPage } from '#db/shapes.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { breadcrumbThing, type Step } from './breadcrumbs.ts'
import { graphOf, type Thing } from './graph.ts'
import type { GraphContext } from './graph-context.ts'
import { personAtHome } from './person-thing.ts'
import { publisherAtHome, publisherReference, publisherThing } from './publisher.ts'
import { websiteReference, websiteThing } from './website.ts'

/** Structured data of the front page: the publisher, the site with its names, and its search. */
export function frontGraph(context: GraphContext) {
  return graphOf([websiteThing(context), publisherAtHome(context)])
}

type Listing = {
  name: string
  description?: string
  /** Path of the first page, without the origin. */
  path: string
  /** Breadcrumbs between the front page and the list. */
  breadcrumbs?: Step[]
  /** Stories on the page; undefined for a list of names. */
  stories?: Pick<Page<HeadlineItem>, 'items' | 'page'>
}

/** Structured data of a list: its name, its breadcrumbs, and its stories in order. */
export function listGraph(
  { name, description, path, breadcrumbs = [], stories }: Listing,
  context: GraphContext,
) {
  const { frame, siteUrl } = context
  const url = siteUrl + pagedPath(path, stories?.page ?? 1)
  return graphOf([
    {
      ...pageThing('CollectionPage', url, name, context),
      description: (description && isolatedText(description, frame.locale)) || undefined,
      mainEntity: stories && stories.items.length > 0 ? itemList(stories.items, context) : undefined,
    },
    breadcrumbThing(siteUrl, [frontStep(context), ...breadcrumbs, { name, path }]),
    publisherThing({ frame, siteUrl }),
  ])
}

/** Structured data of a writer's page: the person. */
export function authorGraph(
  author: AuthorPage['author'],
  page: number,
  allName: string,
  context: GraphContext,
) {
  const { frame, siteUrl } = context
  const path = authorPath(frame.locale, author.slug)
  const url = siteUrl + pagedPath(path, page)
  return graphOf([
    {
      ...pageThing('ProfilePage', url, author.name, context),
      mainEntity: personAtHome(author, context),
    },
    breadcrumbThing(siteUrl, [
      frontStep(context),
      { name: allName, path: authorsPath(frame.locale) },
      { name: author.name, path },
    ]),
    publisherThing(context),
  ])
}

const HOUSE_PAGES = new Map<string, string>([
  ['about', 'AboutPage'],
  ['contact', 'ContactPage'],
])

/** Structured data of a standing page. */
export function standingPageGraph({ key, slug, title, updatedAt }: StandingPage, context: GraphContext) {
  const { frame, siteUrl } = context
  const path = standingPagePath(frame.locale, slug)
  const url = siteUrl + path
  return graphOf([
    {
      ...pageThing(HOUSE_PAGES.get(key) ?? 'WebPage', url, title, context),
      dateModified: updatedAt.toISOString(),
      about: publisherReference(siteUrl),
    },
    breadcrumbThing(siteUrl, [frontStep(context), { name: title, path }]),
    publisherAtHome(context),
  ])
}

function pageThing(type: string, url: string, name: string, { frame, siteUrl }: GraphContext): Thing {
  const { locale } = frame
  return {
    '@type': type,
    '@id': url,
    url,
    name,
    inLanguage: locale,
    isPartOf: websiteReference(locale, siteUrl),
  }
}

function frontStep({ frame }: GraphContext): Step {
  return { name: frame.site.name, path: frontPath(frame.locale) }
}

function itemList(items: HeadlineItem[], { frame, siteUrl }: GraphContext): Thing {
  return {
    '@type': 'ItemList',
    itemListElement: items.map((item, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: item.headline,
      url: siteUrl + articlePath(frame.locale, { ...item, sectionSlug: item.section.slug }),
    })),
  }
}
