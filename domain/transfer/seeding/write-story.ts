import { canonicalJson } from '#body/canonical-json.ts'
import { storedRecording } from '#db/queries/audio/recordings.ts'
import { bylineOf, correctionsOf, hasStory } from '#db/queries/newsroom-content.ts'
import { findArticleOf, type StoredArticle } from '#db/queries/publishing.ts'
import { waitingSchedule } from '#db/queries/schedules.ts'
import type { Tx } from '#db/write.ts'
import { articleFields } from '#domain/editorial/publishing/article-draft.ts'
import { attachRecordingIn, removeRecordingIn } from '#domain/editorial/publishing/attach-recording.ts'
import { changeStoryIn } from '#domain/editorial/publishing/change-story.ts'
import { createArticleIn } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn } from '#domain/editorial/publishing/create-story.ts'
import { publishIn } from '#domain/editorial/publishing/publish.ts'
import { replaceCorrectionsIn } from '#domain/editorial/publishing/replace-corrections.ts'
import { reviseIn } from '#domain/editorial/publishing/revise.ts'
import { scheduleIn } from '#domain/editorial/publishing/schedule.ts'
import { submitForReviewIn } from '#domain/editorial/publishing/submit-for-review.ts'
import { unscheduleIn } from '#domain/editorial/publishing/unschedule.ts'
import { withdrawIn } from '#domain/editorial/publishing/withdraw.ts'
import type { SeedArticle, SeedStory } from './seed-content.ts'
import { articleKey } from './seed-plan.ts'
import type { SeedWriting } from './seed-writing.ts'

/**
 * Writes changes of some stories. The fields that the languages share come first for all of them, so that every story
 * has its id before a text links to it.
 */
export async function writeStories(tx: Tx, writing: SeedWriting, stories: SeedStory[]): Promise<void> {
  /* Stories with a requested id are created first, so that no generated id takes it. */
  const inOrder = [...stories].sort((a, b) => Number(a.id === null) - Number(b.id === null))
  for (const story of inOrder) await writeShared(tx, writing, story)
  for (const story of stories) {
    for (const article of story.articles) {
      const key = articleKey(story.key, article.locale)
      if (writing.plan.changed('article', key)) await writeArticle(tx, writing, story, article)
    }
  }
}

async function writeShared(tx: Tx, writing: SeedWriting, story: SeedStory): Promise<void> {
  const { plan, actor, now } = writing
  const { outcome, refId } = plan.of('story', story.key)
  if (outcome === 'unchanged') return
  const draft = {
    sectionId: writing.id('section', story.section),
    kind: story.kind,
    leadMediaId: await writing.mediaId(tx, story.picture),
    topicIds: story.topics.map(topic => writing.id('topic', topic)),
    pictureTexts: story.pictureTexts,
    now,
  }
  const here =
    refId ?? (writing.isOwn && story.id !== null && (await hasStory(tx, story.id)) ? story.id : null)
  if (here !== null) await changeStoryIn(tx, actor, here, draft)
  const id = here ?? (await createStoryIn(tx, actor, { ...draft, id: story.id ?? undefined }))
  await writing.settle(tx, 'story', story.key, id)
}

async function writeArticle(
  tx: Tx,
  writing: SeedWriting,
  story: SeedStory,
  article: SeedArticle,
): Promise<void> {
  const storyId = writing.id('story', story.key)
  const existing = await findArticleOf(tx, storyId, article.locale)
  const written = await writeText(tx, writing, storyId, article, existing)
  const corrected = await writeCorrections(tx, writing, article, written)
  const recorded = await writeRecording(tx, writing, article, corrected)
  const settled = await settleStatus(tx, writing, article, recorded)
  await writing.settle(tx, 'article', articleKey(story.key, article.locale), settled.id)
}

async function writeText(
  tx: Tx,
  writing: SeedWriting,
  storyId: number,
  article: SeedArticle,
  existing: StoredArticle | undefined,
): Promise<StoredArticle> {
  const { actor, now } = writing
  const { locale, headline, standfirst, slug, seoTitle, seoDescription, text } = article
  const draft = {
    ...{ headline, standfirst, slug, seoTitle, seoDescription, now },
    body: await writing.body(tx, text, locale),
    authorIds: article.authors.map(author => writing.id('author', author)),
  }
  if (!existing) return createArticleIn(tx, actor, { ...draft, storyId, locale })
  const fields = articleFields(draft)
  const stored = Object.fromEntries(Object.keys(fields).map(name => [name, existing[name as 'slug']]))
  const byline = await bylineOf(tx, existing.id)
  const isSame = canonicalJson([fields, draft.authorIds]) === canonicalJson([stored, byline])
  if (isSame) return existing
  return reviseIn(tx, actor, { ...draft, articleId: existing.id, revision: existing.revision })
}

/* The folder is what counts: without a file in it, the article has no recording. */
async function writeRecording(
  tx: Tx,
  writing: SeedWriting,
  { recording }: SeedArticle,
  stored: StoredArticle,
): Promise<StoredArticle> {
  const { actor, now } = writing
  const target = { articleId: stored.id, revision: stored.revision, now }
  if (recording === null) return removeRecordingIn(tx, actor, target)
  const mediaId = await writing.mediaId(tx, recording)
  /* A recording that was there before the text changed stays as old as it is. */
  if ((await storedRecording(tx, stored.id))?.mediaId === mediaId) return stored
  return attachRecordingIn(tx, actor, { ...target, file: writing.media.row(recording) })
}

async function writeCorrections(
  tx: Tx,
  writing: SeedWriting,
  article: SeedArticle,
  stored: StoredArticle,
): Promise<StoredArticle> {
  const wanted = correctionsIn(writing, article)
  const there = await correctionsOf(tx, stored.id)
  const inForm = (list: { at: Date; text: string }[]) =>
    JSON.stringify(list.map(({ at, text }) => [at, text]))
  if (inForm(wanted) === inForm(there)) return stored
  const target = { articleId: stored.id, revision: stored.revision, now: writing.now }
  return replaceCorrectionsIn(tx, writing.actor, { ...target, corrections: wanted })
}

function correctionsIn({ plan }: SeedWriting, { corrections }: SeedArticle) {
  return corrections
    .map(({ at, text }) => ({ at: plan.at(at), text }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/* A published article that goes back to draft or review is withdrawn, because readers know its address. */
async function settleStatus(
  tx: Tx,
  writing: SeedWriting,
  article: SeedArticle,
  stored: StoredArticle,
): Promise<StoredArticle> {
  const { actor, now, plan } = writing
  const target = { articleId: stored.id, revision: stored.revision, now }
  const isAhead = article.status === 'published' && (plan.atOrNull(article.published) ?? now) > now
  if (article.status === 'scheduled' || isAhead) return settleSchedule(tx, writing, article, stored)
  if (article.status === 'published' || article.status === 'withdrawn') {
    const publishedAt = plan.atOrNull(article.published) ?? now
    const updatedAt = plan.atOrNull(article.updated) ?? correctionsIn(writing, article).at(-1)?.at ?? null
    const isShown = stored.status === article.status && +publishedAt === +(stored.publishedAt ?? 0)
    const isSame = isShown && +(updatedAt ?? 0) === +(stored.updatedAt ?? 0)
    if (isSame) return stored
    const published = await publishIn(tx, actor, { ...target, publishedAt, updatedAt })
    return article.status === 'withdrawn' ? withdrawIn(tx, actor, target) : published
  }
  if (stored.status === 'published') return withdrawIn(tx, actor, target)
  if (stored.status === 'scheduled') return unscheduleIn(tx, actor, target)
  if (article.status === 'review' && stored.status === 'draft') return submitForReviewIn(tx, actor, target)
  return stored
}

/*
 * Once published, it stays published: the folder still holds the schedule, which has been carried out. A time in the
 * past belongs to a schedule that came due while no portal was running.
 */
async function settleSchedule(
  tx: Tx,
  { actor, now, plan }: SeedWriting,
  article: SeedArticle,
  stored: StoredArticle,
): Promise<StoredArticle> {
  if (stored.status === 'published') return stored
  const at = plan.atOrNull(article.published) ?? now
  const target = { articleId: stored.id, revision: stored.revision, now }
  if (at <= now) return publishIn(tx, actor, { ...target, publishedAt: at })
  const waiting = await waitingSchedule(tx, stored.id)
  const isSame = waiting && +waiting.dueAt === +at && waiting.revision === stored.revision
  return isSame ? stored : scheduleIn(tx, actor, { ...target, at })
}
