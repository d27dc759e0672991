import { authorPath } from '#addresses/paths.ts'
import type { AuthorPage, AuthorRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Thing } from './graph.ts'
import type { GraphContext } from './graph-context.ts'
import { imageThing } from './image-thing.ts'
import { publisherReference } from './publisher.ts'

/** Who wrote something: the name alone, and where there is more about them. */
export function personThing({ name, slug }: AuthorRef, locale: Locale, siteUrl: string): Thing {
  const url = siteUrl + authorPath(locale, slug)
  return { '@type': 'Person', '@id': `${url}#person`, name, url }
}

/** The same with face, role and a few words, for their own page. */
export function personAtHome(author: AuthorPage['author'], { frame, siteUrl }: GraphContext): Thing {
  const { portrait } = author
  return {
    ...personThing(author, frame.locale, siteUrl),
    /* The same in both languages, whose names and addresses differ. */
    identifier: String(author.id),
    alternateName: author.otherName !== author.name ? (author.otherName ?? undefined) : undefined,
    jobTitle: author.role || undefined,
    description: author.bio || undefined,
    /* A drawn pattern stands for a face that is not there, and search engines want no picture that does. */
    image: portrait && !portrait.art ? imageThing(portrait, siteUrl) : undefined,
    worksFor: publisherReference(siteUrl),
  }
}
