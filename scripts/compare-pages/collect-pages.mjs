/* Asks a portal for every page that its fronts, feeds, sitemaps and a list of strange addresses lead to. */
import crypto from 'node:crypto'
import { parseDocument } from 'htmlparser2'
import { withoutHashedNames } from './page-differences.mjs'

const MOST_PAGES = 1500
/* Addresses that no page links to: what machines ask for, what is missing, and what is asked the wrong way. */
const SEEDS = [
  '/',
  '/ar',
  '/en',
  '/robots.txt',
  '/sitemap.xml',
  '/.well-known/security.txt',
  '/ar/manifest.webmanifest',
  '/en/manifest.webmanifest',
  '/ar/feed.json',
  '/en/feed.json',
  '/ar/nowhere',
  '/en/nowhere/at/all',
  '/de',
  '/en/latest?page=2',
  '/ar/latest?page=999',
  '/en/archive/1999/01/01',
  '/ar/archive/2025/13',
  '/ar/search',
  '/en/search',
  '/ar/search?q=%D8%A8%D9%8A%D8%B1%D9%88%D8%AA',
  '/en/search?q=port',
  '/en/search?q=zzzzqq',
  '/ar/search?q=port&section=economy&days=7',
  '/ar/latest/',
  '/EN',
  '/ar/%ff',
  '/a/1',
  '/a/999999',
  '/en/newsroom',
  '/feed/',
  '/wp-login.php',
]
const KEPT_HEADERS = [
  'content-type',
  'cache-control',
  'location',
  'link',
  'vary',
  'content-security-policy',
  'cache-tag',
  'x-robots-tag',
  'retry-after',
  'speculation-rules',
]

/**
 * @param {string} origin where the portal answers
 * @param {string} publicOrigin what it calls itself in absolute links
 * @returns {Promise<Map<string, string>>} for each path its status, headers and body as one text, hashed names aside
 */
export async function collectPages(origin, publicOrigin = origin) {
  const pages = new Map()
  const waiting = [...SEEDS]
  const known = new Set(waiting)
  while (waiting.length > 0 && pages.size < MOST_PAGES) {
    const path = waiting.shift()
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      headers: { 'accept-language': 'ar', accept: 'text/html' },
    })
    const type = response.headers.get('content-type') ?? ''
    const isText = /text|xml|json|javascript/.test(type)
    const body = isText ? await response.text() : hashOf(await response.arrayBuffer())
    const head = KEPT_HEADERS.map(name => `${name}: ${response.headers.get(name) ?? ''}`).join('\n')
    pages.set(path, withoutHashedNames(`${response.status}\n${head}\n\n${body}`))
    for (const found of linksOf(body, type, response.headers.get('location'), new URL(path, publicOrigin))) {
      if (known.has(found)) continue
      known.add(found)
      waiting.push(found)
    }
  }
  return pages
}

function linksOf(body, type, location, base) {
  const found = location ? [location] : []
  if (/html/.test(type)) walk(parseDocument(body), node => found.push(...addressesOf(node)))
  else if (/xml/.test(type)) found.push(...[...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(match => match[1]))
  return found.flatMap(address => {
    const url = URL.canParse(address, base) ? new URL(address, base) : null
    if (!url || url.origin !== base.origin) return []
    return /^\/(_next|enhance|fonts|art|icons)\//.test(url.pathname) ? [] : [url.pathname + url.search]
  })
}

function walk(node, visit) {
  visit(node)
  for (const child of node.children ?? []) walk(child, visit)
}

function addressesOf({ name, attribs = {} }) {
  if (name === 'a' || name === 'link') return attribs.href ? [attribs.href] : []
  return name === 'meta' && attribs.property === 'og:image' && attribs.content ? [attribs.content] : []
}

function hashOf(bytes) {
  return crypto.createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
}
