import type { WxrItem, WxrTerm } from './read-wxr'
import type { Survey } from './survey'

/** An address of the old site as `redirects` keeps it: decoded, NFC, without a slash at its end. */
export function oldPath(url: string): string | null {
  let parsed: URL
  try {
    parsed = new URL(url, 'http://old.invalid')
  } catch {
    return null
  }
  let path: string
  try {
    path = decodeURIComponent(parsed.pathname)
  } catch {
    path = parsed.pathname
  }
  path = path.normalize('NFC').replace(/\/+$/, '') || '/'
  for (const name of ['p', 'page_id']) {
    const value = parsed.searchParams.get(name)
    if (value) return `${path}?${name}=${value}`
  }
  return path === '/' ? null : path
}

/** Every address under which a post or a page was known. */
export function itemAddresses(item: WxrItem): string[] {
  const numbered = item.type === 'page' ? [`/?page_id=${item.id}`, `/?p=${item.id}`] : [`/?p=${item.id}`]
  const linked = [item.link, item.guid].flatMap(url =>
    url && /^(https?:|\/)/.test(url) ? (oldPath(url) ?? []) : [],
  )
  return [...new Set([...linked, ...numbered])]
}

export function categoryAddresses(term: WxrTerm, survey: Survey): string[] {
  const chain = [term.slug]
  const seen = new Set(chain)
  let parent = survey.categories.get(term.parent)
  while (parent && !seen.has(parent.slug)) {
    chain.unshift(parent.slug)
    seen.add(parent.slug)
    parent = survey.categories.get(parent.parent)
  }
  const paths = [
    `/category/${chain.join('/')}`,
    `/category/${term.slug}`,
    ...(term.id ? [`/?cat=${term.id}`] : []),
  ]
  return [...new Set(paths.map(decoded))]
}

export function tagAddresses(term: WxrTerm): string[] {
  return [`/tag/${term.slug}`, `/?tag=${term.slug}`].map(decoded)
}

export function authorAddresses(author: { id: string; login: string }): string[] {
  const nicename = author.login.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  const paths = [
    `/author/${author.login}`,
    `/author/${nicename}`,
    ...(author.id ? [`/?author=${author.id}`] : []),
  ]
  return [...new Set(paths)]
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}
