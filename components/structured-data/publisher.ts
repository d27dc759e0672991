import { frontPath, standingPagePath } from '#addresses/paths.ts'
import type { Reference, Thing } from './graph.ts'
import type { GraphContext } from './graph-context.ts'

/* Keys of the standing pages that state each of a newsroom's policies; the first that exists counts. */
const POLICIES = {
  publishingPrinciples: ['principles', 'standards', 'about'],
  ethicsPolicy: ['ethics'],
  correctionsPolicy: ['corrections'],
  verificationFactCheckingPolicy: ['verification'],
  unnamedSourcesPolicy: ['sources'],
  actionableFeedbackPolicy: ['feedback', 'contact'],
  diversityPolicy: ['diversity'],
  ownershipFundingInfo: ['ownership'],
  masthead: ['masthead'],
} as const

/* Google requires at least 112 by 112 pixels. */
const LOGO_PATH = '/icons/icon-512.png'

/** One publisher issues both languages, so it has one identifier. */
export function publisherReference(siteUrl: string): Reference {
  return { '@id': `${siteUrl}/#publisher` }
}

/** The publisher in brief; the front page has the rest under the same identifier. */
export function publisherThing({ frame, siteUrl }: GraphContext): Thing {
  const { locale, site } = frame
  return {
    '@type': 'NewsMediaOrganization',
    ...publisherReference(siteUrl),
    name: site.name,
    url: siteUrl + frontPath(locale),
    logo: siteUrl + LOGO_PATH,
  }
}

/** The publisher in full, with policies and contacts, for the front page and the standing pages. */
export function publisherAtHome(context: GraphContext): Thing {
  const { site, otherSite } = context.frame
  const email = site.contact.email ?? undefined
  const telephone = site.contact.phone ?? undefined
  return {
    ...publisherThing(context),
    alternateName: otherSite.name === site.name ? undefined : otherSite.name,
    description: site.description || undefined,
    email,
    telephone,
    contactPoint:
      email || telephone ? { '@type': 'ContactPoint', contactType: 'newsroom', email, telephone } : undefined,
    ...policiesOf(context),
  }
}

function policiesOf({ frame, siteUrl }: GraphContext) {
  const { locale, pages } = frame
  const addressOf = (keys: readonly string[]) => {
    const page = keys.flatMap(key => pages.find(each => each.key === key) ?? [])[0]
    return page ? siteUrl + standingPagePath(locale, page.slug) : undefined
  }
  return Object.fromEntries(Object.entries(POLICIES).map(([property, keys]) => [property, addressOf(keys)]))
}
