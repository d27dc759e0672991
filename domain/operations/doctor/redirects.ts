import {
  articlePath,
  authorPath,
  frontPath,
  sectionPath,
  standingPagePath,
  topicPath,
} from '#addresses/paths.ts'
import { type RedirectDestination, redirectDestinations } from '#db/queries/health.ts'
import { pathKey } from '#domain/discovery/old-addresses/address-key.ts'
import { localeList } from '#i18n/locales.ts'
import { type DatabaseCheck, examplesOf, type Finding } from './check.ts'

/** Checks that old addresses lead to something, and not in a circle. */
export const redirects: DatabaseCheck = {
  name: 'redirects',
  async examine({ stored }) {
    const lost: string[] = []
    /* Only an address that could be one of this site can be redirected again. */
    const onward = new Map<string, string>()
    for await (const redirect of redirectDestinations(stored.db)) {
      const destination = destinationOf(redirect)
      if (destination === 'nothing') lost.push(`${redirect.path} (${redirect.target} ${redirect.refId})`)
      else if (destination && isOurs(redirect.path)) onward.set(redirect.path, pathKey(destination))
    }
    return [...lostFindings(lost), ...circleFindings(circlesIn(onward))]
  },
}

/* Null for an article that is not published in that language: it may come yet, or exist in the other one. */
function destinationOf(redirect: RedirectDestination): string | 'nothing' | null {
  const { locale, target, story, article, section, topic, author, page } = redirect
  switch (target) {
    case 'front':
      return frontPath(locale)
    case 'article':
      if (story === null) return 'nothing'
      return article?.slug && article.section
        ? articlePath(locale, { sectionSlug: article.section, storyId: story, slug: article.slug })
        : null
    case 'section':
      return section === null ? 'nothing' : sectionPath(locale, section)
    case 'topic':
      return topic === null ? 'nothing' : topicPath(locale, topic)
    case 'author':
      return author === null ? 'nothing' : authorPath(locale, author)
    case 'page':
      return page === null ? 'nothing' : standingPagePath(locale, page)
  }
}

const OURS = new RegExp(`^/(?:${localeList.join('|')})(?:/|$)`)
const isOurs = (path: string) => OURS.test(path)

/** One address of each circle, with the whole circle. */
function circlesIn(onward: ReadonlyMap<string, string>): string[] {
  const settled = new Set<string>()
  return [...onward.keys()].flatMap(start => {
    const way: string[] = []
    let at: string | undefined = start
    while (at !== undefined && !settled.has(at)) {
      settled.add(at)
      way.push(at)
      at = onward.get(at)
    }
    const begin = at === undefined ? -1 : way.indexOf(at)
    return begin < 0 ? [] : [[...way.slice(begin), at].join(' → ')]
  })
}

function lostFindings(lost: string[]): Finding[] {
  if (lost.length === 0) return []
  return [
    {
      level: 'problem',
      what: `Old addresses that lead to something that is not there: ${lost.length}. Readers and search engines get "not found".`,
      todo: 'Bring what they lead to again (press import wxr, press seed), or give them another destination there.',
      examples: examplesOf(lost),
    },
  ]
}

function circleFindings(circles: string[]): Finding[] {
  if (circles.length === 0) return []
  return [
    {
      level: 'problem',
      what: `Old addresses that lead back to themselves: ${circles.length}. A browser gives up on them.`,
      todo: 'Take them out of the redirects.yaml or the export that they came from, and bring it in again.',
      examples: examplesOf(circles),
    },
  ]
}
