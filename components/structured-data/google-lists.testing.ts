/**
 * The properties that Google asks for in each type, from its documentation of September 2026. A dotted name is a
 * property of the thing under the first name, or of each thing where that is a list.
 */
export type GoogleList = {
  source: string
  required: string[]
  /** At least one of these is required. */
  oneOf?: string[]
  /** Required of every item in a list except the last. */
  allButLast?: string[]
  recommended: string[]
  /** Recommended properties that are left out, with the reason; a property includes its parts. */
  missing: Record<string, string>
}

const DOCUMENTS = 'https://developers.google.com/search/docs/appearance'

export const googleLists: Record<string, GoogleList> = {
  NewsArticle: {
    source: `${DOCUMENTS}/structured-data/article`,
    required: [],
    recommended: [
      'author',
      'author.name',
      'author.url',
      'dateModified',
      'datePublished',
      'headline',
      'image',
    ],
    missing: {},
  },
  BreadcrumbList: {
    source: `${DOCUMENTS}/structured-data/breadcrumb`,
    required: ['itemListElement', 'itemListElement.name', 'itemListElement.position'],
    allButLast: ['itemListElement.item'],
    recommended: [],
    missing: {},
  },
  NewsMediaOrganization: {
    source: `${DOCUMENTS}/structured-data/organization`,
    required: [],
    recommended: [
      'address',
      'address.addressCountry',
      'address.addressLocality',
      'address.addressRegion',
      'address.postalCode',
      'address.streetAddress',
      'alternateName',
      'contactPoint',
      'contactPoint.email',
      'contactPoint.telephone',
      'description',
      'duns',
      'email',
      'foundingDate',
      'globalLocationNumber',
      'hasMemberProgram',
      'hasMerchantReturnPolicy',
      'hasShippingService',
      'iso6523Code',
      'legalName',
      'leiCode',
      'logo',
      'naics',
      'name',
      'numberOfEmployees',
      'sameAs',
      'taxID',
      'telephone',
      'url',
      'vatID',
    ],
    missing: {
      address: 'the newsroom tells none',
      duns: 'the newsroom keeps no numbers of registers',
      foundingDate: 'when the newsroom began is not kept',
      globalLocationNumber: 'the newsroom keeps no numbers of registers',
      hasMemberProgram: 'the newsroom has no members',
      hasMerchantReturnPolicy: 'the newsroom sells nothing',
      hasShippingService: 'the newsroom sells nothing',
      iso6523Code: 'the newsroom keeps no numbers of registers',
      legalName: 'only the name on the nameplate is kept',
      leiCode: 'the newsroom keeps no numbers of registers',
      naics: 'the newsroom keeps no numbers of registers',
      numberOfEmployees: 'how many work here is not kept',
      sameAs: 'the newsroom names no pages of its own elsewhere',
      taxID: 'the newsroom keeps no numbers of registers',
      vatID: 'the newsroom keeps no numbers of registers',
    },
  },
  ProfilePage: {
    source: `${DOCUMENTS}/structured-data/profile-page`,
    required: ['mainEntity'],
    recommended: ['dateCreated', 'dateModified'],
    missing: {
      dateCreated: 'when a writer joined is not kept',
      dateModified: 'when a writer’s words were changed is not kept',
    },
  },
  Person: {
    source: `${DOCUMENTS}/structured-data/profile-page`,
    required: ['name'],
    recommended: [
      'agentInteractionStatistic',
      'alternateName',
      'description',
      'identifier',
      'image',
      'interactionStatistic',
      'sameAs',
    ],
    missing: {
      agentInteractionStatistic: 'how much a writer has written is not counted',
      interactionStatistic: 'nobody follows or likes a writer here',
      sameAs: 'a writer’s pages elsewhere are not kept',
    },
  },
  VideoObject: {
    source: `${DOCUMENTS}/structured-data/video`,
    required: ['name', 'thumbnailUrl', 'uploadDate'],
    recommended: [
      'contentUrl',
      'description',
      'duration',
      'embedUrl',
      'expires',
      'hasPart',
      'ineligibleRegion',
      'interactionStatistic',
      'publication',
      'regionsAllowed',
    ],
    missing: {
      embedUrl: 'it takes the place of a file where a video stands on another site',
      expires: 'no video ends on a day',
      hasPart: 'the parts of a video are not marked',
      ineligibleRegion: 'every video is shown everywhere',
      interactionStatistic: 'who watches a video is not counted',
      publication: 'no video is broadcast live',
      regionsAllowed: 'every video is shown everywhere',
    },
  },
  WebSite: {
    source: `${DOCUMENTS}/site-names`,
    required: ['name', 'url'],
    recommended: ['alternateName'],
    missing: {},
  },
  /* Google asked for this until November 2024, when it removed its search box; others still read it. */
  SearchAction: {
    source: 'https://developers.google.com/search/blog/2024/10/sitelinks-search-box',
    required: ['target', 'query-input'],
    recommended: [],
    missing: {},
  },
  ImageObject: {
    source: `${DOCUMENTS}/structured-data/image-license-metadata`,
    required: ['contentUrl'],
    oneOf: ['creator', 'creditText', 'copyrightNotice', 'license'],
    recommended: [
      'acquireLicensePage',
      'creator',
      'creator.name',
      'creditText',
      'copyrightNotice',
      'license',
    ],
    missing: {
      acquireLicensePage: 'the newsroom sells no licences',
      creator: 'a credit does not say whether it names a person or a house',
      copyrightNotice: 'who owns the rights to a picture is not kept',
      license: 'a picture’s licence is not kept',
    },
  },
  /* Google shows carousels only of courses, films, recipes and restaurants; the list is for other consumers. */
  ItemList: {
    source: `${DOCUMENTS}/structured-data/carousel`,
    required: ['itemListElement', 'itemListElement.position', 'itemListElement.url'],
    recommended: [],
    missing: {},
  },
}

type Node = { [property: string]: unknown }

/** The required properties that a thing lacks. References are resolved in its graph. */
export function lacksRequired(node: Node, list: GoogleList, graph: readonly Node[]): string[] {
  const { required, oneOf = [], allButLast = [] } = list
  const hasNone = oneOf.length > 0 && lacks(node, oneOf, graph).length === oneOf.length
  return [
    ...lacks(node, required, graph),
    ...(hasNone ? [oneOf.join(' or ')] : []),
    ...allButLast.filter(name => valuesOf(node, name, graph).slice(0, -1).includes(undefined)),
  ]
}

/** Those of the named properties that a thing lacks. */
export function lacks(node: Node, names: readonly string[], graph: readonly Node[]): string[] {
  return names.filter(name => valuesOf(node, name, graph).includes(undefined))
}

function valuesOf(node: Node, name: string, graph: readonly Node[]): unknown[] {
  const [property = '', ...rest] = name.split('.')
  const values = [node[property]].flat()
  if (rest.length === 0) return values
  return values.flatMap(value => valuesOf(thingAt(value, graph), rest.join('.'), graph))
}

function thingAt(value: unknown, graph: readonly Node[]): Node {
  if (typeof value !== 'object' || value === null) return {}
  const node = value as Node
  const named = graph.find(each => each['@type'] && each['@id'] === node['@id'])
  return node['@type'] ? node : (named ?? node)
}
