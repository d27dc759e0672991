/** The metadata of a page for search engines and messengers: its head and its graph. */
import { type APIRequestContext, expect, test } from '@playwright/test'
import { parseDocument } from 'htmlparser2'
import { googleLists, lacksRequired } from '#components/structured-data/google-lists.testing.ts'
import { stripBidiControls } from '#i18n/bidi.ts'
import { otherLocale } from '#i18n/locales.ts'
import { type Kind, kinds, type LocaleUnderTest, localesUnderTest, pathOf, statusOf } from './site.ts'

type Thing = { [property: string]: unknown }

type Read = {
  path: string
  status: number
  title: string
  heading: string
  canonical: string | undefined
  alternates: Record<string, string>
  /** By name or property; those that occur more than once as a list. */
  meta: Map<string, string[]>
  things: Thing[]
  times: string[]
}

const typeOf: Partial<Record<Kind, string>> = {
  front: 'WebSite',
  section: 'CollectionPage',
  article: 'NewsArticle',
  latest: 'CollectionPage',
  topics: 'CollectionPage',
  topic: 'CollectionPage',
  authors: 'CollectionPage',
  author: 'ProfilePage',
  archive: 'CollectionPage',
  'archive month': 'CollectionPage',
  'archive day': 'CollectionPage',
  'standing page': 'AboutPage',
}

const openGraphLocales = { ar: 'ar_AR', en: 'en_GB' }

for (const locale of localesUnderTest) {
  for (const kind of kinds.filter(each => typeOf[each])) {
    test(`${kind} in ${locale} has a head and a graph of its own`, async ({ request, baseURL }) => {
      const page = await read(request, await pathOf(request, kind, locale))
      expect(page.canonical).toBe(baseURL + page.path)
      expect(page.canonical).toMatch(/^[\x21-\x7e]+$/)
      expect(page.title).toMatch(kind === 'front' ? /: / : / \| /)
      expect(only(page, 'robots')).toBe('max-image-preview:large')
      expect(only(page, 'description').length).toBeGreaterThan(40)
      expect(only(page, 'og:locale')).toBe(openGraphLocales[locale])
      expect(only(page, 'og:url')).toBe(page.canonical)
      expect(only(page, 'og:title').length).toBeGreaterThan(1)
      expect(only(page, 'og:site_name').length).toBeGreaterThan(1)
      expect(only(page, 'og:image')).toMatch(/^http.+\/media\/share-/)
      expect(only(page, 'twitter:card')).toBe('summary_large_image')
      await expectReciprocal(request, page, locale)
      expectGraph(page, typeOf[kind] ?? '')
    })
  }

  test(`what is not there is not listed in ${locale}`, async ({ request }) => {
    for (const kind of ['missing', 'withdrawn'] as const) {
      const page = await read(request, await pathOf(request, kind, locale))
      expect(page.status).toBe(statusOf[kind])
      expect(only(page, 'robots')).toBe('noindex')
      expect(page.canonical).toBeUndefined()
      expect(page.alternates).toEqual({})
      expect(page.things).toEqual([])
    }
  })

  test(`every article in ${locale} tells machines what it tells readers`, async ({ request }) => {
    for (const path of await articlePaths(request, locale)) {
      const page = await read(request, path)
      const article = thing(page, 'NewsArticle')
      expect(stripBidiControls(String(article.headline)), path).toBe(page.heading)
      expect(page.times, path).toContain(article.datePublished)
      expect(page.times, path).toContain(article.dateModified)
      expect(only(page, 'article:published_time')).toBe(article.datePublished)
      expect(only(page, 'article:modified_time')).toBe(article.dateModified)
      expect(article.url).toBe(page.canonical)
      const translation = (article.workTranslation ?? article.translationOfWork) as Thing | undefined
      const other = otherLocale(locale)
      expect(translation?.url, path).toBe(page.alternates[other])
      expect(page.meta.get('og:locale:alternate'), path).toEqual(
        translation ? [openGraphLocales[other]] : undefined,
      )
      for (const { '@type': type, datePublished } of [article.correction ?? []].flat() as Thing[]) {
        expect(type).toBe('CorrectionComment')
        expect(page.times, path).toContain(datePublished)
      }
      expectGraph(page, 'NewsArticle')
    }
  })

  test(`results of a search in ${locale} are not listed, and lead on`, async ({ request }) => {
    const results = await read(request, `/${locale}/search?q=2026`)
    expect(only(results, 'robots')).toBe('noindex, follow')
    expect(results.alternates).toEqual({})
    const bare = await read(request, `/${locale}/search`)
    expect(only(bare, 'robots')).toBe('max-image-preview:large')
    const { potentialAction } = thing(await read(request, `/${locale}`), 'WebSite')
    const { urlTemplate } = (potentialAction as { target: { urlTemplate: string } }).target
    const search = new URL(urlTemplate.replace('{search_term_string}', '2026'))
    expect(search.pathname + search.search).toBe(results.path)
  })

  test(`the second page of a list in ${locale} stands for itself`, async ({ request, baseURL }) => {
    const page = await read(request, `/${locale}/latest?page=2`)
    expect(page.canonical).toBe(`${baseURL}/${locale}/latest?page=2`)
    expect(page.alternates).toEqual({})
    expect(page.title).toMatch(/2/)
    expect(thing(page, 'CollectionPage').url).toBe(page.canonical)
  })
}

test('one telling of a story is the original, the other its translation', async ({ request }) => {
  let pairs = 0
  for (const path of await articlePaths(request, 'ar')) {
    const arabic = await read(request, path)
    const english = arabic.alternates.en
    if (!english) continue
    const articles = [arabic, await read(request, new URL(english).pathname)].map(page =>
      thing(page, 'NewsArticle'),
    )
    const roles = articles.flatMap(each => Object.keys(each).filter(key => /translation/i.test(key)))
    expect(roles.sort(), path).toEqual(['translationOfWork', 'workTranslation'])
    const original = articles.find(each => 'workTranslation' in each)
    const translation = articles.find(each => 'translationOfWork' in each)
    expect(original?.workTranslation).toMatchObject({ '@id': translation?.['@id'] })
    expect(translation?.translationOfWork).toMatchObject({ '@id': original?.['@id'] })
    expect(String(original?.datePublished) <= String(translation?.datePublished), path).toBe(true)
    pairs++
  }
  expect(pairs).toBeGreaterThan(10)
})

/* The page in the other language refers back to this one. */
async function expectReciprocal(request: APIRequestContext, page: Read, locale: LocaleUnderTest) {
  const languages = Object.keys(page.alternates).sort()
  if (languages.length === 0) return
  expect(languages).toEqual(['ar', 'en', 'x-default'])
  expect(page.alternates[locale]).toBe(page.canonical)
  expect(page.alternates['x-default']).toBe(page.alternates.ar)
  const other = page.alternates[otherLocale(locale)] ?? ''
  const twin = await read(request, new URL(other).pathname)
  expect(twin.status).toBe(200)
  expect(twin.canonical).toBe(other)
  expect(twin.alternates).toEqual(page.alternates)
}

function expectGraph(page: Read, type: string) {
  thing(page, type)
  const nodes = page.things.flatMap(nodesIn)
  const named = nodes.filter(node => node['@type']).map(node => node['@id'])
  for (const node of nodes) {
    const types = [node['@type']].flat().map(String)
    for (const each of types) {
      const list = googleLists[each]
      if (list)
        expect(lacksRequired(node, list, nodes), `${page.path}: ${each} by ${list.source}`).toEqual([])
    }
    const isPointer = Object.keys(node).join() === '@id'
    /* The site itself is described on its front. */
    if (isPointer && !/\/(ar|en)#website$/.test(String(node['@id'])))
      expect(named, page.path).toContain(node['@id'])
    for (const value of Object.values(node)) {
      expect(value, page.path).not.toBe('')
      if (typeof value === 'string') expect(value, page.path).not.toMatch(/&(amp|lt|gt|quot|#\d+);/)
    }
  }
}

async function articlePaths(request: APIRequestContext, locale: LocaleUnderTest): Promise<string[]> {
  const html = await (await request.get(`/${locale}`)).text()
  const found = [...html.matchAll(/href="([^"]+)"/g)].map(match => match[1] ?? '')
  return [...new Set(found.filter(href => new RegExp(`^/${locale}/[^/]+/\\d+/`).test(href)))]
}

function nodesIn(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Thing, ...Object.values(value).flatMap(nodesIn)]
}

function thing(page: Read, type: string): Thing {
  const found = page.things.find(each => [each['@type']].flat().includes(type))
  if (!found) throw new Error(`${page.path} has no ${type}`)
  return found
}

function only({ meta, path }: Read, name: string): string {
  const values = meta.get(name) ?? []
  expect(values, `${name} of ${path}`).toHaveLength(1)
  return values[0] ?? ''
}

type Node = ReturnType<typeof parseDocument>['children'][number]

async function read(request: APIRequestContext, path: string): Promise<Read> {
  const answer = await request.get(path, { maxRedirects: 0 })
  const page: Read = {
    path,
    status: answer.status(),
    title: '',
    heading: '',
    canonical: undefined,
    alternates: {},
    meta: new Map(),
    things: [],
    times: [],
  }
  const visit = (node: Node) => {
    if (!('attribs' in node)) return
    const { attribs, name, children } = node
    if (name === 'title') page.title ||= textOf(node)
    if (name === 'h1') page.heading = textOf(node)
    if (name === 'time' && attribs.datetime) page.times.push(attribs.datetime)
    if (name === 'link' && attribs.rel === 'canonical') page.canonical = attribs.href
    if (name === 'link' && attribs.rel === 'alternate' && attribs.hreflang)
      page.alternates[attribs.hreflang] = attribs.href ?? ''
    const key = attribs.property ?? attribs.name
    if (name === 'meta' && key) page.meta.set(key, [...(page.meta.get(key) ?? []), attribs.content ?? ''])
    if (name === 'script' && attribs.type === 'application/ld+json')
      page.things.push(...(JSON.parse(textOf(node))['@graph'] as Thing[]))
    children.forEach(visit)
  }
  parseDocument(await answer.text(), { lowerCaseAttributeNames: true }).children.forEach(visit)
  return page
}

function textOf(node: Node): string {
  if ('data' in node && node.type === 'text') return node.data
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
