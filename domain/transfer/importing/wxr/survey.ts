import type { Locale } from '#i18n/locales.ts'
import { itemLocale, translationGroup } from './item-language.ts'
import { readWxr } from './read-wxr.ts'
import { itemKey, type WxrAuthor, type WxrItem, type WxrTerm } from './wxr-event.ts'

type Attachment = { id: string; url: string; alt: string; caption: string; parent: string }

/** A summary of the whole file, collected in a first pass: posts refer to items that come later. */
export type Survey = {
  site: { title: string; link: string; language: string }
  authors: Map<string, WxrAuthor>
  /** Logins of the authors of imported posts. */
  creators: Set<string>
  categories: Map<string, WxrTerm>
  tags: Map<string, WxrTerm>
  attachments: Map<string, Attachment>
  /** Number of posts whose first category this is, by slug. */
  categoryUse: Map<string, number>
  /** Posts that are translations of one another: the key of each → the key of the first post of its group. */
  groups: Map<string, string>
  /** Slugs of the categories and tags of imported posts. */
  used: { categories: Set<string>; tags: Set<string> }
  /** Ids of items → the key of the first item with that id, to which `?p=` leads. */
  numbers: Map<string, string>
  locales: Set<Locale>
  counts: { items: number; byType: Map<string, number>; byStatus: Map<string, number>; comments: number }
}

export const IMPORTED_TYPES = new Set(['post', 'page'])

/** Not reported one by one: WordPress keeps revisions and unsaved drafts as items. */
export const SKIPPED_STATUS = new Set(['trash', 'auto-draft', 'inherit'])

export async function surveyExport(
  file: string,
  fixedLocale: Locale | undefined,
  onBytes: (read: number) => void = () => {},
): Promise<Survey> {
  const survey: Survey = {
    site: { title: '', link: '', language: '' },
    authors: new Map(),
    creators: new Set(),
    categories: new Map(),
    tags: new Map(),
    attachments: new Map(),
    categoryUse: new Map(),
    groups: new Map(),
    used: { categories: new Set(), tags: new Set() },
    numbers: new Map(),
    locales: new Set(),
    counts: { items: 0, byType: new Map(), byStatus: new Map(), comments: 0 },
  }
  const groupHeads = new Map<string, string>()
  const keys = new Set<string>()
  for await (const event of readWxr(file, onBytes)) {
    if (event.kind === 'site') survey.site = event
    else if (event.kind === 'author') survey.authors.set(event.author.login, event.author)
    else if (event.kind === 'term') noteTerm(survey, event.term)
    else {
      countItem(survey, event.item)
      const key = itemKey(event.item)
      const comesAlong = IMPORTED_TYPES.has(event.item.type) && !SKIPPED_STATUS.has(event.item.status)
      if (comesAlong && !keys.has(key)) noteItem(survey, event.item, fixedLocale, groupHeads)
      if (comesAlong) keys.add(key)
    }
  }
  return survey
}

function noteTerm(survey: Survey, term: WxrTerm): void {
  if (term.taxonomy === 'category') survey.categories.set(term.slug, term)
  if (term.taxonomy === 'post_tag') survey.tags.set(term.slug, term)
}

const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)

function countItem(survey: Survey, item: WxrItem): void {
  survey.counts.items++
  add(survey.counts.byType, item.type)
  survey.counts.comments += item.comments
  if (IMPORTED_TYPES.has(item.type)) add(survey.counts.byStatus, item.status)
  if (item.type !== 'attachment') return
  survey.attachments.set(item.id, {
    id: item.id,
    url: item.attachmentUrl || item.guid,
    alt: item.meta._wp_attachment_image_alt ?? '',
    caption: item.excerpt,
    parent: item.parent,
  })
}

function noteItem(
  survey: Survey,
  item: WxrItem,
  fixedLocale: Locale | undefined,
  groupHeads: Map<string, string>,
): void {
  const key = itemKey(item)
  if (!survey.numbers.has(item.id)) survey.numbers.set(item.id, key)
  survey.locales.add(itemLocale(item, fixedLocale))
  if (item.type === 'post') noteFiling(survey, item)
  const group = translationGroup(item)
  if (group) {
    const head = groupHeads.get(group) ?? key
    groupHeads.set(group, head)
    survey.groups.set(key, head)
  }
}

/* Old exports omit some authors and terms from the head of the file and name them only in posts. */
function noteFiling(survey: Survey, { creator, terms }: WxrItem): void {
  if (creator) survey.creators.add(creator)
  if (creator && !survey.authors.has(creator)) {
    survey.authors.set(creator, { id: '', login: creator, name: creator, description: '' })
  }
  for (const { domain, slug, name } of terms) {
    const known = domain === 'category' ? survey.categories : domain === 'post_tag' ? survey.tags : null
    if (!known || !slug) continue
    if (!known.has(slug))
      known.set(slug, { taxonomy: domain, id: '', slug, parent: '', name, description: '' })
    if (known === survey.categories) survey.used.categories.add(slug)
    else survey.used.tags.add(slug)
  }
  const first = terms.find(term => term.domain === 'category' && term.slug)
  if (first) add(survey.categoryUse, first.slug)
}
