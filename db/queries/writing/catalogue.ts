/** Sections, topics, authors, standing pages and the site's own names. Only the verbs of domain/editorial write them. */
import type { Body } from '#body/body.ts'
import type { SiteNames } from '#db/queries/catalogue.ts'
import {
  authors,
  authorTexts,
  pages,
  sections,
  sectionTexts,
  site,
  topics,
  topicTexts,
} from '#db/schema/tables.ts'
import type { Glaze } from '#db/shapes.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

type Texts<Fields> = Partial<Record<Locale, Fields>>

type NamedTexts = Texts<{ name: string; slug: string; description: string }>

export type SectionFields = { key: string; glaze: Glaze; position: number; texts: NamedTexts }
export type TopicFields = { key: string; texts: NamedTexts }

type AuthorTexts = Texts<{ name: string; slug: string; role: string; bio: string }>

export type AuthorFields = { key: string; portraitId: number | null; texts: AuthorTexts }

function entries<Fields>(texts: Texts<Fields>): [Locale, Fields][] {
  return Object.entries(texts).filter(([, fields]) => fields !== undefined) as [Locale, Fields][]
}

/** Adds or changes the section with this key; texts of a language that is not given stay. */
export async function putSection(tx: Tx, section: SectionFields): Promise<number> {
  const { key, glaze, position, texts } = section
  const [row] = await tx
    .insert(sections)
    .values({ key, glaze, position })
    .onConflictDoUpdate({ target: sections.key, set: { glaze, position } })
    .returning({ id: sections.id })
  if (!row) throw new Error(`Section ${key} was not written`)
  for (const [locale, fields] of entries(texts)) {
    await tx
      .insert(sectionTexts)
      .values({ sectionId: row.id, locale, ...fields })
      .onConflictDoUpdate({ target: [sectionTexts.sectionId, sectionTexts.locale], set: fields })
  }
  return row.id
}

/** Adds or changes the topic with this key; texts of a language that is not given stay. */
export async function putTopic(tx: Tx, topic: TopicFields): Promise<number> {
  const [row] = await tx
    .insert(topics)
    .values({ key: topic.key })
    .onConflictDoUpdate({ target: topics.key, set: { key: topic.key } })
    .returning({ id: topics.id })
  if (!row) throw new Error(`Topic ${topic.key} was not written`)
  for (const [locale, fields] of entries(topic.texts)) {
    await tx
      .insert(topicTexts)
      .values({ topicId: row.id, locale, ...fields })
      .onConflictDoUpdate({ target: [topicTexts.topicId, topicTexts.locale], set: fields })
  }
  return row.id
}

/** Adds or changes the author with this key; texts of a language that is not given stay. */
export async function putAuthor(tx: Tx, author: AuthorFields): Promise<number> {
  const { key, portraitId } = author
  const [row] = await tx
    .insert(authors)
    .values({ key, portraitId })
    .onConflictDoUpdate({ target: authors.key, set: { portraitId } })
    .returning({ id: authors.id })
  if (!row) throw new Error(`Author ${key} was not written`)
  for (const [locale, fields] of entries(author.texts)) {
    await tx
      .insert(authorTexts)
      .values({ authorId: row.id, locale, ...fields })
      .onConflictDoUpdate({ target: [authorTexts.authorId, authorTexts.locale], set: fields })
  }
  return row.id
}

export type PageFields = {
  key: string
  locale: Locale
  slug: string
  title: string
  body: Body
  status: 'draft' | 'published'
  position: number
  updatedAt: Date
}

/** Adds or changes a standing page. */
export async function putPage(tx: Tx, page: PageFields): Promise<number> {
  const { key: _key, locale: _locale, ...set } = page
  const [row] = await tx
    .insert(pages)
    .values(page)
    .onConflictDoUpdate({ target: [pages.key, pages.locale], set })
    .returning({ id: pages.id })
  if (!row) throw new Error(`Page ${page.key} was not written`)
  return row.id
}

export async function putSite(tx: Tx, locale: Locale, names: SiteNames): Promise<void> {
  await tx
    .insert(site)
    .values({ locale, ...names })
    .onConflictDoUpdate({ target: site.locale, set: names })
}
