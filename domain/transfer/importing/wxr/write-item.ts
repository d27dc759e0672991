import { freeSlug, slugify } from '#addresses/slug.ts'
import { takenSlugs } from '#db/queries/catalogue.ts'
import { IMPORTED_PAGE_POSITION } from '#db/queries/frame.ts'
import { findOrigin, putOrigin } from '#db/queries/origins.ts'
import { findArticle } from '#db/queries/publishing.ts'
import { pictureTextsOf } from '#db/queries/stories.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { savePageIn } from '#domain/editorial/filing/save-page.ts'
import { saveRedirectsIn } from '#domain/editorial/filing/save-redirects.ts'
import { changeStoryIn } from '#domain/editorial/publishing/change-story.ts'
import { createArticleIn } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn } from '#domain/editorial/publishing/create-story.ts'
import { describeLeadPictureIn } from '#domain/editorial/publishing/describe-lead-picture.ts'
import { publishIn } from '#domain/editorial/publishing/publish.ts'
import { reviseIn } from '#domain/editorial/publishing/revise.ts'
import { scheduleIn } from '#domain/editorial/publishing/schedule.ts'
import { submitForReviewIn } from '#domain/editorial/publishing/submit-for-review.ts'
import { unscheduleIn } from '#domain/editorial/publishing/unschedule.ts'
import { withdrawIn } from '#domain/editorial/publishing/withdraw.ts'
import type { Locale } from '#i18n/locales.ts'
import { itemAddresses } from './addresses.ts'
import type { Filing } from './filing.ts'
import type { ItemDraft } from './item-draft.ts'
import type { Survey } from './survey.ts'
import { itemKey, type WxrItem } from './wxr-event.ts'

export type ItemWriter = { origin: string; survey: Survey; filing: Filing; actor: Actor; now: Date }

/** Writes one post as an article of its story, whole or not at all. */
export async function writePost(
  tx: Tx,
  item: WxrItem,
  locale: Locale,
  draft: ItemDraft & { drawn: number | null },
  writer: ItemWriter,
): Promise<'new' | 'updated'> {
  const { origin, survey, filing, actor, now } = writer
  const place = await filing.place(tx, item.terms, locale, now)
  const author = survey.authors.get(item.creator)
  const authorIds = author ? [await filing.author(tx, author, locale, now)] : []
  const key = itemKey(item)
  const at = { origin, kind: 'article', key }
  const storyAt = { origin, kind: 'story', key: survey.groups.get(key) ?? key }
  const known = await findOrigin(tx, at)
  const existing = known ? await findArticle(tx, known.refId) : undefined
  const story = existing ? { refId: existing.storyId } : await findOrigin(tx, storyAt)
  const shared = { ...place, kind: draft.kind, leadMediaId: draft.lead?.media ?? draft.drawn, now }
  const texts = draft.lead?.media ? { alt: draft.lead.alt, caption: draft.lead.caption, credit: null } : null
  const words = texts ? { [locale]: texts } : {}
  let storyId: number
  if (story) {
    storyId = story.refId
    /* The first language decides what the languages share; a later one must not undo it. */
    if (storyAt.key === key) {
      const pictureTexts = { ...(await pictureTextsOf(tx, storyId)), [locale]: undefined, ...words }
      await changeStoryIn(tx, actor, storyId, { ...shared, pictureTexts })
    } else if (texts) await describeLeadPictureIn(tx, actor, { storyId, locale, texts, now })
  } else {
    storyId = await createStoryIn(tx, actor, { ...shared, pictureTexts: words })
    await putOrigin(tx, storyAt, storyId, null)
  }
  const fields = { ...draft, authorIds, now }
  const saved = existing
    ? await reviseIn(tx, actor, {
        ...fields,
        articleId: existing.id,
        revision: existing.revision,
        updatedAt: draft.updatedAt,
      })
    : await createArticleIn(tx, actor, { ...fields, storyId, locale })
  await settleStatus(tx, saved, draft, writer)
  await putOrigin(tx, at, saved.id, draft.hash)
  await leadOn(tx, item, { locale, target: 'article', refId: storyId }, writer)
  return existing ? 'updated' : 'new'
}

async function settleStatus(
  tx: Tx,
  saved: { id: number; revision: number; status: string },
  draft: ItemDraft,
  { actor, now }: ItemWriter,
): Promise<void> {
  const target = { articleId: saved.id, revision: saved.revision, now }
  if (draft.status === 'published') {
    await publishIn(tx, actor, { ...target, publishedAt: draft.publishedAt, updatedAt: draft.updatedAt })
  } else if (draft.status === 'scheduled') {
    /* An article that its schedule has published meanwhile stays published. One whose moment has passed waits for the desk. */
    const isAhead = draft.publishedAt > now
    if (isAhead && saved.status !== 'published')
      await scheduleIn(tx, actor, { ...target, at: draft.publishedAt })
  } else if (saved.status === 'scheduled') await unscheduleIn(tx, actor, target)
  else if (saved.status === 'published')
    await withdrawIn(tx, actor, { ...target, reason: 'no longer published where it came from' })
  else if (draft.status === 'review' && saved.status === 'draft') await submitForReviewIn(tx, actor, target)
}

/** Writes one page as a standing page. */
export async function writePage(
  tx: Tx,
  item: WxrItem,
  locale: Locale,
  draft: ItemDraft,
  writer: ItemWriter,
): Promise<'new' | 'updated'> {
  const { origin, actor, now } = writer
  const at = { origin, kind: 'page', key: itemKey(item) }
  const known = await findOrigin(tx, at)
  const key = itemKey(item)
  const wanted = draft.slug || slugify(draft.headline) || `page-${item.id}`
  const taken = await takenSlugs(tx, 'page', locale)
  const lead = draft.lead?.media
    ? [
        {
          type: 'figure' as const,
          attrs: { media: draft.lead.media, source: null, alt: draft.lead.alt, credit: null, href: null },
        },
      ]
    : []
  const id = await savePageIn(tx, actor, {
    key,
    locale,
    slug: known ? wanted : freeSlug(wanted, taken),
    title: draft.headline,
    body: { type: 'doc', content: [...lead, ...draft.body.content] },
    status: draft.status === 'published' ? 'published' : 'draft',
    position: IMPORTED_PAGE_POSITION + (Number.parseInt(item.menuOrder, 10) || 0),
    updatedAt: draft.updatedAt ?? draft.publishedAt,
    now,
  })
  await putOrigin(tx, at, id, draft.hash)
  await leadOn(tx, item, { locale, target: 'page', refId: id }, writer)
  return known ? 'updated' : 'new'
}

/* Redirects every old address of the item to the article or page that it became. */
async function leadOn(
  tx: Tx,
  item: WxrItem,
  to: { locale: Locale; target: 'article' | 'page'; refId: number },
  { survey, actor, now }: ItemWriter,
): Promise<void> {
  const redirects = itemAddresses(item, survey).map(path => ({ path, ...to }))
  await saveRedirectsIn(tx, actor, { redirects, now })
}
