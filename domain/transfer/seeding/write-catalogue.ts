import { nameChange } from '#db/queries/changes.ts'
import { putFact } from '#db/queries/facts.ts'
import { type CatalogueContent, catalogueContent } from '#db/queries/newsroom-content.ts'
import { distrustArticlesOf } from '#db/queries/search-documents.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { putAuthor, putPage, putSection, putSite, putTopic } from '#db/queries/writing/catalogue.ts'
import { keepOldAddress } from '#db/queries/writing/redirects.ts'
import type { RedirectTarget } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import type { InLanguages } from './seed-content.ts'
import { articleKey } from './seed-plan.ts'
import type { SeedWriting } from './seed-writing.ts'

/** Writes what changed of the site's names, sections, topics and authors. */
export async function writeCatalogue(tx: Tx, writing: SeedWriting): Promise<void> {
  const { content, plan, actor, now } = writing
  const before = await catalogueContent(tx)
  const tags: string[] = []
  const note = async (kind: 'section' | 'topic' | 'author', key: string, id: number) => {
    await writing.settle(tx, kind, key, id)
    await distrustArticlesOf(tx, kind, id)
    await writeAudit(tx, { at: now, actor: actor.name, verb: 'change', subject: `${kind}:${id}` })
    tags.push(tag[kind](id))
  }
  if (plan.changed('site', 'newsroom')) {
    await writeSite(tx, writing)
    tags.push(...localeList.map(tag.front))
  }
  for (const section of content.sections) {
    if (!plan.changed('section', section.key)) continue
    const id = await putSection(tx, section)
    const old = before.sectionTexts.filter(row => row.sectionId === id)
    await keepOldSlugs(tx, 'section', id, old, section.texts, now)
    await note('section', section.key, id)
  }
  for (const topic of content.topics) {
    if (!plan.changed('topic', topic.key)) continue
    const id = await putTopic(tx, topic)
    const old = before.topicTexts.filter(row => row.topicId === id)
    await keepOldSlugs(tx, 'topic', id, old, topic.texts, now)
    await note('topic', topic.key, id)
  }
  for (const { key, portrait, texts } of content.authors) {
    if (!plan.changed('author', key)) continue
    const id = await putAuthor(tx, { key, texts, portraitId: await writing.mediaId(tx, portrait) })
    const old = before.authorTexts.filter(row => row.authorId === id)
    await keepOldSlugs(tx, 'author', id, old, texts, now)
    await note('author', key, id)
  }
  /* Names stand in bylines, labels and lists that nobody counts, so every page is drawn anew. */
  if (tags.length > 0) await nameChange(tx, now, [...tags, ...localeList.map(tag.frame)])
}

async function writeSite(tx: Tx, writing: SeedWriting): Promise<void> {
  const { names, contact } = writing.content.newsroom
  for (const locale of localeList) await putSite(tx, locale, names[locale])
  await putFact(tx, 'contact.email', contact.email ?? null)
  await putFact(tx, 'contact.phone', contact.phone ?? null)
  await writing.settle(tx, 'site', 'newsroom', 0)
}

/* Decoded, as redirects are kept. */
const PATHS = {
  section: (locale: Locale, slug: string) => `/${locale}/${slug}`,
  topic: (locale: Locale, slug: string) => `/${locale}/topics/${slug}`,
  author: (locale: Locale, slug: string) => `/${locale}/authors/${slug}`,
  page: (locale: Locale, slug: string) => `/${locale}/pages/${slug}`,
} as const satisfies Partial<Record<RedirectTarget, unknown>>

async function keepOldSlugs(
  tx: Tx,
  target: keyof typeof PATHS,
  refId: number,
  old: { locale: Locale; slug: string }[],
  texts: InLanguages<{ slug: string }>,
  now: Date,
): Promise<void> {
  for (const { locale, slug } of old) {
    const next = texts[locale]?.slug
    if (next === undefined || next === slug) continue
    await keepOldAddress(tx, { path: PATHS[target](locale, slug), locale, target, refId, createdAt: now })
  }
}

/** Writes what changed of the standing pages. */
export async function writePages(tx: Tx, writing: SeedWriting, anchor: Date): Promise<void> {
  const { content, plan, actor, now } = writing
  const changed = content.pages.filter(page => plan.changed('page', articleKey(page.key, page.locale)))
  if (changed.length === 0) return
  const before: CatalogueContent['pages'] = (await catalogueContent(tx)).pages
  for (const page of changed) {
    const { key, locale, title, slug, status, position, updated, text } = page
    const thing = plan.of('page', articleKey(key, locale))
    const id = await putPage(tx, {
      key,
      locale,
      slug,
      title,
      status,
      position,
      body: await writing.body(tx, text, locale),
      updatedAt: plan.atOrNull(updated) ?? (thing.outcome === 'new' ? anchor : now),
    })
    const old = before.filter(row => row.id === id)
    await keepOldSlugs(tx, 'page', id, old, { [locale]: { slug } }, now)
    await writing.settle(tx, 'page', articleKey(key, locale), id)
    await writeAudit(tx, { at: now, actor: actor.name, verb: 'change', subject: `page:${id}` })
  }
  await nameChange(tx, now, [...changed.map(page => tag.page(page.key)), ...localeList.map(tag.frame)])
}
