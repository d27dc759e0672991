import type { Tx } from '#db/write.ts'
import { saveAuthorIn } from '#domain/editorial/filing/save-author.ts'
import { savePageIn } from '#domain/editorial/filing/save-page.ts'
import { saveSectionIn } from '#domain/editorial/filing/save-section.ts'
import { saveSiteIn } from '#domain/editorial/filing/save-site.ts'
import { saveTopicIn } from '#domain/editorial/filing/save-topic.ts'
import { articleKey } from './seed-plan.ts'
import type { SeedWriting } from './seed-writing.ts'

/** Writes the names of the site, sections, topics and authors that have changed. */
export async function writeCatalogue(tx: Tx, writing: SeedWriting): Promise<void> {
  const { content, plan, actor, now } = writing
  if (plan.changed('site', 'newsroom')) await writeSite(tx, writing)
  for (const section of content.sections) {
    if (!plan.changed('section', section.key)) continue
    await writing.settle(tx, 'section', section.key, await saveSectionIn(tx, actor, { ...section, now }))
  }
  for (const topic of content.topics) {
    if (!plan.changed('topic', topic.key)) continue
    await writing.settle(tx, 'topic', topic.key, await saveTopicIn(tx, actor, { ...topic, now }))
  }
  for (const { key, portrait, texts } of content.authors) {
    if (!plan.changed('author', key)) continue
    const portraitId = await writing.mediaId(tx, portrait)
    await writing.settle(tx, 'author', key, await saveAuthorIn(tx, actor, { key, texts, portraitId, now }))
  }
}

async function writeSite(tx: Tx, writing: SeedWriting): Promise<void> {
  const { content, actor, now } = writing
  const { names, contact } = content.newsroom
  const { email = null, phone = null } = contact
  await saveSiteIn(tx, actor, { names, contact: { email, phone }, now })
  await writing.settle(tx, 'site', 'newsroom', 0)
}

/** Writes the standing pages that have changed. */
export async function writePages(tx: Tx, writing: SeedWriting, anchor: Date): Promise<void> {
  const { content, plan, actor, now } = writing
  for (const page of content.pages) {
    const { key, locale, title, slug, status, position, updated, text } = page
    const thing = plan.of('page', articleKey(key, locale))
    if (thing.outcome === 'unchanged') continue
    const id = await savePageIn(tx, actor, {
      ...{ key, locale, slug, title, status, position, now },
      body: await writing.body(tx, text, locale),
      updatedAt: plan.atOrNull(updated) ?? (thing.outcome === 'new' ? anchor : now),
    })
    await writing.settle(tx, 'page', articleKey(key, locale), id)
  }
}
