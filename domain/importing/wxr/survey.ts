import type { Locale } from '../../../i18n/locales'
import { itemLocale, translationGroup } from './item-language'
import { readWxr } from './read-wxr'
import { itemKey, type WxrAuthor, type WxrItem, type WxrTerm } from './wxr-event'

export type Attachment = { id: string; url: string; alt: string; caption: string; parent: string }

/** What the whole file says, read once before anything is converted: posts point at things that come later. */
export type Survey = {
  site: { title: string; link: string; language: string }
  authors: Map<string, WxrAuthor>
  /** Logins of those who wrote something that comes along. */
  creators: Set<string>
  categories: Map<string, WxrTerm>
  tags: Map<string, WxrTerm>
  attachments: Map<string, Attachment>
  /** How often each category is the first one of a post. */
  categoryUse: Map<string, number>
  /** Posts that are one story in several languages: the key of each → the key of the group's first post. */
  groups: Map<string, string>
  locales: Set<Locale>
  counts: { items: number; byType: Map<string, number>; byStatus: Map<string, number>; comments: number }
}

export const IMPORTED_TYPES = new Set(['post', 'page'])

export async function survey(
  file: string,
  asked: Locale | undefined,
  onBytes: (read: number) => void = () => {},
): Promise<Survey> {
  const seen: Survey = {
    site: { title: '', link: '', language: '' },
    authors: new Map(),
    creators: new Set(),
    categories: new Map(),
    tags: new Map(),
    attachments: new Map(),
    categoryUse: new Map(),
    groups: new Map(),
    locales: new Set(),
    counts: { items: 0, byType: new Map(), byStatus: new Map(), comments: 0 },
  }
  const groupHeads = new Map<string, string>()
  for await (const event of readWxr(file, onBytes)) {
    if (event.kind === 'site') seen.site = event
    else if (event.kind === 'author') seen.authors.set(event.author.login, event.author)
    else if (event.kind === 'term') noteTerm(seen, event.term)
    else noteItem(seen, event.item, asked, groupHeads)
  }
  return seen
}

function noteTerm(seen: Survey, term: WxrTerm): void {
  if (term.taxonomy === 'category') seen.categories.set(term.slug, term)
  if (term.taxonomy === 'post_tag') seen.tags.set(term.slug, term)
}

function noteItem(
  seen: Survey,
  item: WxrItem,
  asked: Locale | undefined,
  groupHeads: Map<string, string>,
): void {
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  seen.counts.items++
  add(seen.counts.byType, item.type)
  seen.counts.comments += item.comments
  if (item.type === 'attachment') {
    seen.attachments.set(item.id, {
      id: item.id,
      url: item.attachmentUrl || item.guid,
      alt: item.meta._wp_attachment_image_alt ?? '',
      caption: item.excerpt,
      parent: item.parent,
    })
    return
  }
  if (!IMPORTED_TYPES.has(item.type)) return
  add(seen.counts.byStatus, item.status)
  if (item.creator && item.type === 'post') seen.creators.add(item.creator)
  seen.locales.add(itemLocale(item, asked))
  if (item.creator && !seen.authors.has(item.creator)) {
    seen.authors.set(item.creator, { id: '', login: item.creator, name: item.creator, description: '' })
  }
  /* Old exports leave a term out of the head of the file and name it only where it is used. */
  for (const term of item.terms) {
    const known = term.domain === 'category' ? seen.categories : term.domain === 'post_tag' ? seen.tags : null
    if (known && term.slug && !known.has(term.slug)) {
      known.set(term.slug, {
        taxonomy: term.domain,
        id: '',
        slug: term.slug,
        parent: '',
        name: term.name,
        description: '',
      })
    }
  }
  const first = item.terms.find(term => term.domain === 'category')
  if (first && item.type === 'post') add(seen.categoryUse, first.slug)
  const group = translationGroup(item)
  if (group) {
    const head = groupHeads.get(group) ?? itemKey(item)
    groupHeads.set(group, head)
    seen.groups.set(itemKey(item), head)
  }
}
