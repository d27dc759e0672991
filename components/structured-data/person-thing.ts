import type { AuthorPage, AuthorRef } from '../../db/shapes'
import type { Locale } from '../../i18n/locales'
import { authorPath } from '../../i18n/paths'
import type { Thing } from './graph'
import type { GraphContext } from './graph-context'
import { imageThing } from './image-thing'
import { publisherReference } from './publisher'

/** Who wrote something: the name alone, and where there is more about them. */
export function personThing({ name, slug }: AuthorRef, locale: Locale, siteUrl: string): Thing {
  const url = siteUrl + authorPath(locale, slug)
  return { '@type': 'Person', '@id': `${url}#person`, name, url }
}

/** The same with face, role and a few words, for their own page. */
export function personAtHome(author: AuthorPage['author'], { frame, siteUrl }: GraphContext): Thing {
  return {
    ...personThing(author, frame.locale, siteUrl),
    jobTitle: author.role || undefined,
    description: author.bio || undefined,
    image: author.portrait ? imageThing(author.portrait, siteUrl, frame.site.name) : undefined,
    worksFor: publisherReference(siteUrl),
  }
}
