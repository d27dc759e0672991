import type { Locale } from '../../i18n/locales'
import { frontPath, searchPath } from '../../i18n/paths'
import type { Reference, Thing } from './graph'
import type { GraphContext } from './graph-context'
import { publisherReference } from './publisher'

/** Each language is a site of its own to machines: its own name, its own front. */
export function websiteReference(locale: Locale, siteUrl: string): Reference {
  return { '@id': `${siteUrl}${frontPath(locale)}#website` }
}

/** The site that a page is part of. */
export function websiteThing({ frame, siteUrl }: GraphContext): Thing {
  const { locale, site } = frame
  return {
    '@type': 'WebSite',
    ...websiteReference(locale, siteUrl),
    url: siteUrl + frontPath(locale),
    name: site.name,
    inLanguage: locale,
    publisher: publisherReference(siteUrl),
  }
}

/** The same with its other name and its search, for the front. */
export function websiteAtHome(context: GraphContext): Thing {
  const { frame, siteUrl } = context
  const { locale, site, otherSite } = frame
  return {
    ...websiteThing(context),
    alternateName: otherSite.name === site.name ? undefined : otherSite.name,
    description: site.description || undefined,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        /* The braces name the place of the words, so they are not percent-encoded. */
        urlTemplate: `${siteUrl}${searchPath(locale)}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }
}
