import { authorPath } from '#addresses/paths.ts'
import type { AuthorPage, AuthorRef } from '#db/shapes.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Thing } from './graph.ts'
import type { GraphContext } from './graph-context.ts'
import { imageThing } from './image-thing.ts'
import { publisherReference } from './publisher.ts'

/** A writer in brief: the name, and the page with more. */
export function personThing({ name, slug }: AuthorRef, locale: Locale, siteUrl: string): Thing {
  const url = siteUrl + authorPath(locale, slug)
  return { '@type': 'Person', '@id': `${url}#person`, name, url }
}

/** A writer in full, with portrait, role and biography, for their own page. */
export function personAtHome(author: AuthorPage['author'], { frame, siteUrl }: GraphContext): Thing {
  const { portrait } = author
  return {
    ...personThing(author, frame.locale, siteUrl),
    /* The id is the same in both languages, whose names and addresses differ. */
    identifier: String(author.id),
    alternateName: author.otherName !== author.name ? (author.otherName ?? undefined) : undefined,
    jobTitle: author.role || undefined,
    description: isolatedText(author.bio, frame.locale) || undefined,
    /* Generated art replaces a missing portrait, and search engines want no substitute for a face. */
    image: portrait && !portrait.art ? imageThing(portrait, siteUrl, frame.locale) : undefined,
    worksFor: publisherReference(siteUrl),
  }
}
