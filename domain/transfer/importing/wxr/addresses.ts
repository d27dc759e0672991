import { addressKey, pathKey } from '#domain/discovery/old-addresses/address-key.ts'
import type { Survey } from './survey.ts'
import { itemKey, type WxrItem, type WxrTerm } from './wxr-event.ts'

/** All addresses under which a post or a page was known. An id that two items share leads to the first of them. */
export function itemAddresses(item: WxrItem, survey: Survey): string[] {
  const isNumbered = /^\d+$/.test(item.id) && survey.numbers.get(item.id) === itemKey(item)
  const names = item.type === 'page' ? ['page_id', 'p'] : ['p']
  const numbered = isNumbered ? names.map(name => `/?${name}=${item.id}`) : []
  const linked = [item.link, item.guid].flatMap(url =>
    url && /^(https?:|\/)/.test(url) ? (addressKey(url) ?? []) : [],
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
  return [...new Set(paths.flatMap(path => addressKey(path) ?? []))]
}

export function tagAddresses(term: WxrTerm): string[] {
  return [pathKey(`/tag/${term.slug}`), `/?tag=${pathKey(term.slug).slice(1)}`]
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
