import { describe, expect, it } from 'vitest'
import type { Article, Frame, Picture, Teaser } from '#db/shapes.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { articleGraph } from './article-graph.ts'
import { googleLists, lacks, lacksRequired } from './google-lists.testing.ts'
import { scriptJson } from './graph.ts'
import { authorGraph, frontGraph, listGraph, standingPageGraph } from './list-graphs.ts'

const siteUrl = 'https://press.example'

const section = { id: 1, key: 'economy', glaze: 'economy', name: 'اقتصاد', slug: 'اقتصاد' } as const

const frame: Frame = {
  locale: 'ar',
  site: {
    name: 'عرب برس',
    tagline: 'بالشعب',
    description: 'صحيفة مستقلة.',
    contact: { email: 'desk@press.example', phone: '+961 1 234 567' },
  },
  otherSite: { name: 'Arab Press', tagline: '' },
  sections: [section],
  pages: [
    { key: 'about', slug: 'من-نحن', title: 'من نحن' },
    { key: 'corrections', slug: 'التصويبات', title: 'التصويبات' },
  ],
  breaking: null,
}
const context = { frame, siteUrl }
const share = { path: '/media/share-ar-story-7-0123456789.jpg', width: 1200, height: 630 }

const picture: Picture = {
  id: 1,
  name: '0123456789abcdef0123',
  width: 2000,
  height: 1000,
  art: false,
  alt: 'مرفأ',
  caption: 'المرفأ صباحًا.',
  credit: 'سامر دياب',
  color: '#ffffff',
}

const author = { id: 1, name: 'رنا عيتاني', slug: 'رنا-عيتاني', portrait: picture }

const article: Article = {
  recording: null,
  id: 1,
  storyId: 7,
  locale: 'ar',
  kind: 'news',
  section,
  slug: 'المرافئ',
  headline: 'المرافئ </script><!-- & "نصف"',
  standfirst: 'مقدمة',
  body: { type: 'doc', content: [] },
  pictures: new Map(),
  attachments: new Map(),
  videos: new Map([
    [
      5,
      {
        id: 5,
        name: 'ab',
        extension: 'mp4',
        mime: 'video/mp4',
        width: 640,
        height: 360,
        bytes: 9000,
        seconds: 61.4,
      },
    ],
  ]),
  lead: picture,
  authors: [author],
  topics: [],
  corrections: [{ at: new Date('2026-02-23T08:00:00Z'), text: 'الصحيح تسع.' }],
  publishedAt: new Date('2026-02-22T11:20:00Z'),
  updatedAt: null,
  readingMinutes: 4,
  seo: { title: null, description: null },
  translation: {
    locale: 'en',
    storyId: 7,
    sectionSlug: 'economy',
    slug: 'harbours',
    headline: 'Harbours',
    publishedAt: new Date('2026-02-22T12:00:00Z'),
  },
}

const teaser: Teaser = {
  storyId: 7,
  headline: 'المرافئ',
  slug: 'المرافئ',
  section,
  publishedAt: article.publishedAt,
  kind: 'news',
  standfirst: '',
  picture: null,
  authors: [],
  readingMinutes: 1,
}

const video = (attrs: object): Article['body'] => ({
  type: 'doc',
  content: [{ type: 'video', attrs: { media: null, url: null, poster: null, title: '', ...attrs } }],
})

type Node = { [property: string]: unknown }

/* Parses the data as a consumer does: from the text of the script element. */
function read(graph: object): Node[] {
  return (JSON.parse(scriptJson(graph)) as { '@graph': Node[] })['@graph']
}

function thing(graph: object, type: string): Node {
  const found = read(graph).find(node => [node['@type']].flat().includes(type))
  if (!found) throw new Error(`There is no ${type}`)
  return found
}

/* Every object in a value, itself included. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodesIn)]
}

const lists = { items: [teaser], page: 1, hasNext: false }
const ownAuthor = { ...author, role: 'محررة', bio: 'تكتب عن المرافئ.', otherName: 'Rana' }
const page = {
  key: 'about',
  slug: 'من-نحن',
  title: 'من نحن',
  body: article.body,
  pictures: new Map(),
  videos: new Map(),
  attachments: new Map(),
  updatedAt: article.publishedAt,
  otherSlug: null,
}

const graphs = {
  front: frontGraph(context),
  article: articleGraph({ ...article, body: video({ media: 5, title: 'الطريق' }) }, context, share),
  list: listGraph({ name: 'اقتصاد', path: '/ar/economy', stories: lists }, context),
  author: authorGraph(ownAuthor, 1, 'كتّابنا', context),
  'standing page': standingPageGraph(page, context),
}

/* Graphs that describe the publisher and a writer in full. */
const homes: Record<string, string[]> = {
  NewsMediaOrganization: ['front', 'standing page'],
  Person: ['author'],
}

describe.each(Object.entries(graphs))('the graph of a page: %s', (name, graph) => {
  it('has what Google lists for each kind of thing in it', () => {
    const nodes = nodesIn(read(graph))
    for (const node of nodes) {
      const type = [node['@type']]
        .flat()
        .map(String)
        .find(each => each in googleLists)
      const list = type === undefined ? undefined : googleLists[type]
      /* An article in the other language is described on its own page. */
      const isElsewhere = node.inLanguage !== undefined && node.inLanguage !== 'ar'
      if (!type || !list || isElsewhere) continue
      const given = list.recommended.filter(each => !((each.split('.')[0] ?? '') in list.missing))
      /* Other graphs name the publisher and a writer in brief. */
      const isHome = homes[type]?.includes(name) ?? true
      expect(lacksRequired(node, list, nodes), `${type} by ${list.source}`).toEqual([])
      expect(lacks(node, isHome ? given : ['name', 'url'], nodes), `${type} by ${list.source}`).toEqual([])
    }
  })

  it('points only to what is in it, or to the site that its front tells of', () => {
    const nodes = nodesIn(read(graph))
    const named = nodes.filter(node => node['@type']).map(node => node['@id'])
    named.push(`${siteUrl}/ar#website`)
    const pointers = nodes.filter(node => Object.keys(node).join() === '@id')
    for (const pointer of pointers) expect(named).toContain(pointer['@id'])
  })

  it('has absolute, percent-encoded addresses and no empty values', () => {
    const values = nodesIn(read(graph)).flatMap(node => Object.entries(node))
    for (const [property, value] of values) {
      expect(value, property).not.toBe('')
      expect(value, property).not.toEqual([])
      if (['@id', 'url', 'item', 'contentUrl', 'thumbnailUrl'].includes(property))
        expect(value, property).toMatch(/^https:\/\/press\.example\/[\x21-\x7e]*$/)
    }
  })
})

describe('a list of what Google asks for', () => {
  const list = { source: '', required: ['a.b'], oneOf: ['c', 'd'], recommended: [], missing: {} }

  it.each(Object.entries(googleLists))('of %s has reasons only against what is recommended', (_, each) => {
    expect(each.recommended).toEqual(expect.arrayContaining(Object.keys(each.missing)))
  })

  it('is read through lists and pointers', () => {
    const graph = [{ '@type': 'Thing', '@id': 'x', b: 1 }]
    expect(lacksRequired({ a: [{ b: 2 }, { '@id': 'x' }], d: 1 }, list, graph)).toEqual([])
    expect(lacksRequired({ a: [{ b: 2 }, { '@id': 'y' }] }, list, graph)).toEqual(['a.b', 'c or d'])
    expect(lacksRequired({ d: 1 }, list, graph)).toEqual(['a.b'])
  })

  it('lets the last of a list lack what the others need', () => {
    const items = { ...list, required: [], oneOf: [], allButLast: ['a.b'] }
    expect(lacksRequired({ a: [{ b: 1 }, {}] }, items, [])).toEqual([])
    expect(lacksRequired({ a: [{}, { b: 1 }] }, items, [])).toEqual(['a.b'])
  })
})

describe('an article for machines', () => {
  const data = thing(articleGraph(article, context, share), 'NewsArticle')

  it('says what the page shows', () => {
    expect(data).toMatchObject({
      headline: isolatedText(article.headline, 'ar'),
      datePublished: '2026-02-22T11:20:00.000Z',
      dateModified: '2026-02-22T11:20:00.000Z',
      inLanguage: 'ar',
      articleSection: 'اقتصاد',
      author: [{ '@type': 'Person', name: 'رنا عيتاني' }],
      image: { url: `${siteUrl}/media/${picture.name}-1600.jpg`, width: 1600, height: 800 },
      correction: [{ text: 'الصحيح تسع.', datePublished: '2026-02-23T08:00:00.000Z' }],
    })
  })

  it('has an image where there is no picture: the one for sharing, in its true size', () => {
    const { image } = thing(articleGraph({ ...article, lead: null }, context, share), 'NewsArticle')
    const url = `${siteUrl}${share.path}`
    expect(image).toMatchObject({ '@type': 'ImageObject', url, contentUrl: url, width: 1200, height: 630 })
    expect(image).toMatchObject({ creditText: frame.site.name, creator: { '@id': `${siteUrl}/#publisher` } })
  })

  it('has the house for the creator of what the house drew, and of nothing else', () => {
    const imageOf = (lead: Picture) =>
      thing(articleGraph({ ...article, lead }, context, share), 'NewsArticle').image
    const artCredit = { creditText: 'عرب برس', creator: { '@id': `${siteUrl}/#publisher` } }
    expect(imageOf({ ...picture, art: true, credit: null })).toMatchObject(artCredit)
    expect(imageOf({ ...picture, art: true })).not.toHaveProperty('creator')
    expect(imageOf(picture)).not.toHaveProperty('creator')
  })

  it('cannot leave its script element, and knows no HTML entities', () => {
    const json = scriptJson(articleGraph(article, context, share))
    expect(json).not.toContain('<')
    expect(json).not.toMatch(/&\w+;/)
  })

  it('is the original when it appeared first, and the translation when it did not', () => {
    const en = `${siteUrl}/en/economy/7/harbours`
    expect(data.workTranslation).toMatchObject({ '@id': `${en}#article`, inLanguage: 'en', url: en })
    const later = { ...article, publishedAt: new Date('2026-02-22T13:00:00Z') }
    const translated = thing(articleGraph(later, context, share), 'NewsArticle')
    expect(translated.translationOfWork).toMatchObject({ '@id': `${en}#article` })
    expect(translated).not.toHaveProperty('workTranslation')
    const alone = thing(articleGraph({ ...article, translation: null }, context, share), 'NewsArticle')
    expect(Object.keys(alone).filter(key => /translation/i.test(key))).toEqual([])
  })

  it('takes the first language of the site for the original of two that appeared together', () => {
    const together = {
      ...article,
      translation: article.translation && { ...article.translation, publishedAt: article.publishedAt },
    }
    expect(thing(articleGraph(together, context, share), 'NewsArticle')).toHaveProperty('workTranslation')
  })

  it('is written by the house when nobody signs', () => {
    const unsigned = thing(articleGraph({ ...article, authors: [] }, context, share), 'NewsArticle')
    expect(unsigned.author).toEqual({ '@id': `${siteUrl}/#publisher` })
  })

  it.each([
    ['opinion', 'OpinionNewsArticle'],
    ['live', 'LiveBlogPosting'],
  ] as const)('of the kind %s is a %s', (kind, type) => {
    const node = thing(articleGraph({ ...article, kind }, context, share), type)
    expect([node['@type']].flat()).toContain('NewsArticle')
    if (kind === 'live') expect(node.coverageStartTime).toBe(node.datePublished)
  })
})

describe('a video for machines', () => {
  const graphOf = (attrs: object, rest = {}) =>
    read(articleGraph({ ...article, ...rest, body: video(attrs) }, context, share))
  const videosOf = (attrs: object, rest?: object) =>
    graphOf(attrs, rest).filter(node => node['@type'] === 'VideoObject')

  it('has the file, its length and a picture', () => {
    expect(videosOf({ media: 5, title: 'الطريق' })).toMatchObject([
      { name: 'الطريق', contentUrl: `${siteUrl}/media/ab.mp4`, duration: 'PT61S' },
    ])
    expect(graphOf({ media: 5 })[0]?.video).toHaveLength(1)
  })

  it('of another site has its player, which does not begin by itself', () => {
    const [found] = videosOf({ url: 'https://www.youtube.com/watch?v=abcdefghijk' })
    expect(found?.embedUrl).toMatch(/youtube-nocookie\.com\/embed\/abcdefghijk/)
    expect(found?.embedUrl).not.toMatch(/autoplay/)
    expect(found?.name).toBe(isolatedText(article.headline, 'ar'))
  })

  it('is none without a picture, a file or a player', () => {
    expect(videosOf({ media: 5 }, { lead: null })).toEqual([])
    expect(videosOf({ url: 'https://video.example/1' })).toEqual([])
    expect(videosOf({})).toEqual([])
  })
})

describe('the house for machines', () => {
  it('names the pages that tell its rules, and none that do not exist', () => {
    const node = thing(graphs.front, 'NewsMediaOrganization')
    expect(node.correctionsPolicy).toBe(`${siteUrl}/ar/pages/${encodeURIComponent('التصويبات')}`)
    expect(node.publishingPrinciples).toBe(`${siteUrl}/ar/pages/${encodeURIComponent('من-نحن')}`)
    expect(node).not.toHaveProperty('ethicsPolicy')
  })

  it('can be searched from its front', () => {
    expect(thing(graphs.front, 'WebSite').potentialAction).toMatchObject({
      target: { urlTemplate: `${siteUrl}/ar/search?q={search_term_string}` },
    })
  })
})

describe('a writer for machines', () => {
  const writer = (portrait: Picture) =>
    thing(authorGraph({ ...ownAuthor, portrait }, 1, 'كتّابنا', context), 'ProfilePage').mainEntity

  it('has a number that both languages share, and the name of the other', () => {
    expect(writer(picture)).toMatchObject({ identifier: '1', alternateName: 'Rana' })
  })

  it('has a face only where there is one', () => {
    expect(writer(picture)).toHaveProperty('image')
    expect(writer({ ...picture, art: true, credit: null })).not.toHaveProperty('image')
  })
})

describe('a list for machines', () => {
  it('is found under the address of its page', () => {
    const second = listGraph({ name: 'اقتصاد', path: '/ar/economy', stories: { ...lists, page: 2 } }, context)
    expect(thing(second, 'CollectionPage').url).toBe(`${siteUrl}/ar/economy?page=2`)
  })

  it('names each of its stories', () => {
    const items = (thing(graphs.list, 'CollectionPage').mainEntity as { itemListElement: { name: string }[] })
      .itemListElement
    expect(items.map(({ name }) => name)).toEqual(lists.items.map(({ headline }) => headline))
  })

  it('leads back to the front by names', () => {
    const steps = thing(graphs.author, 'BreadcrumbList').itemListElement
    expect(steps).toMatchObject([
      { position: 1, name: 'عرب برس', item: `${siteUrl}/ar` },
      { position: 2, name: 'كتّابنا', item: `${siteUrl}/ar/authors` },
      { position: 3, name: 'رنا عيتاني' },
    ])
  })
})

it.each(['constructor', '__proto__', 'toString'])('a standing page named %s is a page', key => {
  const [thing] = nodesIn(read(standingPageGraph({ ...page, key }, context)))
  expect(thing?.['@type']).toBe('WebPage')
})
