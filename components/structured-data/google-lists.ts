/**
 * Which properties Google asks for in each kind of thing, from its documents of November 2026. `missing` names what
 * it recommends and we do not give, with the reason.
 */
export type GoogleList = {
  source: string
  required: string[]
  recommended: string[]
  missing: Record<string, string>
}

const DOCUMENTS = 'https://developers.google.com/search/docs/appearance'

export const googleLists: Record<string, GoogleList> = {
  NewsArticle: {
    source: `${DOCUMENTS}/structured-data/article`,
    required: [],
    recommended: ['author', 'dateModified', 'datePublished', 'headline', 'image'],
    missing: {},
  },
  BreadcrumbList: {
    source: `${DOCUMENTS}/structured-data/breadcrumb`,
    required: ['itemListElement'],
    recommended: [],
    missing: {},
  },
  NewsMediaOrganization: {
    source: `${DOCUMENTS}/structured-data/organization`,
    required: [],
    recommended: [
      'address',
      'alternateName',
      'contactPoint',
      'description',
      'email',
      'logo',
      'name',
      'sameAs',
      'telephone',
      'url',
    ],
    missing: {
      address: 'the newsroom tells none',
      sameAs: 'the newsroom names no pages of its own elsewhere',
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
    recommended: ['description', 'image', 'url'],
    missing: {},
  },
  VideoObject: {
    source: `${DOCUMENTS}/structured-data/video`,
    required: ['name', 'thumbnailUrl', 'uploadDate'],
    recommended: ['contentUrl', 'description', 'duration'],
    missing: {},
  },
  WebSite: {
    source: `${DOCUMENTS}/site-names`,
    required: ['name', 'url'],
    recommended: ['alternateName'],
    missing: {},
  },
  SearchAction: {
    source: `${DOCUMENTS}/structured-data/sitelinks-searchbox`,
    required: ['target', 'query-input'],
    recommended: [],
    missing: {},
  },
  ImageObject: {
    source: `${DOCUMENTS}/structured-data/image-license-metadata`,
    required: ['contentUrl', 'creditText'],
    recommended: ['acquireLicensePage', 'license'],
    missing: {
      acquireLicensePage: 'the newsroom sells no licences',
      license: 'a picture’s licence is not kept',
    },
  },
  ItemList: {
    source: `${DOCUMENTS}/structured-data/carousel`,
    required: ['itemListElement'],
    recommended: [],
    missing: {},
  },
}
