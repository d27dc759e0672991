import { frontPath, standingPagePath } from '#addresses/paths.ts'
import type { Reference, Thing } from './graph.ts'
import type { GraphContext } from './graph-context.ts'

/* Which standing page tells which of a newsroom's rules, by the keys of pages; the first that exists does. */
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

/* At least 112 pixels each way. */
const LOGO_PATH = '/icons/icon-512.png'

/** One house publishes both languages, so it has one name for machines. */
export function publisherReference(siteUrl: string): Reference {
  return { '@id': `${siteUrl}/#publisher` }
}

/** Who publishes, in brief: its front tells the rest, under the same name for machines. */
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

/** The same with its rules and how to reach it, for the front and the pages about the house. */
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
