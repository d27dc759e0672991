import { frontPath, searchPath } from '#addresses/paths.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Reference, Thing } from './graph.ts'
import type { GraphContext } from './graph-context.ts'
import { publisherReference } from './publisher.ts'

/** Each language is a WebSite of its own, with its own name and front page. */
export function websiteReference(locale: Locale, siteUrl: string): Reference {
  return { '@id': `${siteUrl}${frontPath(locale)}#website` }
}

/** The site of a language with its names and its search. Only its front page describes it; other pages refer to that. */
export function websiteThing({ frame, siteUrl }: GraphContext): Thing {
  const { locale, site, otherSite } = frame
  return {
    '@type': 'WebSite',
    ...websiteReference(locale, siteUrl),
    url: siteUrl + frontPath(locale),
    name: site.name,
    alternateName: otherSite.name === site.name ? undefined : otherSite.name,
    description: site.description || undefined,
    inLanguage: locale,
    publisher: publisherReference(siteUrl),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        /* The braces mark the placeholder, so they are not percent-encoded. */
        urlTemplate: `${siteUrl}${searchPath(locale)}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }
}
