import type { StoredArticle } from '#db/queries/publishing.ts'
import type { ArticleStatus } from '#db/schema/tables.ts'
import { type Tx, write } from '#db/write.ts'
import { createArticleIn, type NewArticle } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn, type StoryDraft } from '#domain/editorial/publishing/create-story.ts'
import { publishIn } from '#domain/editorial/publishing/publish.ts'
import { revise } from '#domain/editorial/publishing/revise.ts'
import { scheduleIn } from '#domain/editorial/publishing/schedule.ts'
import { submitForReviewIn } from '#domain/editorial/publishing/submit-for-review.ts'
import { withdrawIn } from '#domain/editorial/publishing/withdraw.ts'
import { desk } from './actors.testing.ts'
import { aBody } from './body.testing.ts'
import { aSection } from './filing.testing.ts'

/** A story without an article, and its id; it stands in `aSection()` when no section is named. */
export async function aStory(wish: Partial<StoryDraft> = {}): Promise<number> {
  const sectionId = wish.sectionId ?? (await aSection())
  const draft = {
    kind: 'news' as const,
    leadMediaId: null,
    topicIds: [],
    pictureTexts: {},
    ...wish,
    sectionId,
  }
  return write(tx => createStoryIn(tx, desk, draft))
}

type ArticleWish = Partial<Omit<NewArticle, 'storyId'>> & {
  /** A story of its own, made of `story`, when not given. */
  storyId?: number
  story?: Partial<StoryDraft>
  status?: ArticleStatus
  /** When it was published, or is to be published: `now`, or in an hour, when not given. */
  publishedAt?: Date
}

const HOUR_MS = 3_600_000

/** An article in any status, brought there by the verbs: a draft in English, when nothing else is said. */
export async function anArticle(wish: ArticleWish = {}): Promise<StoredArticle> {
  const { storyId, story, status = 'draft', publishedAt, now = new Date(), headline = 'News', ...more } = wish
  const draft: NewArticle = {
    ...{ headline, standfirst: '', body: aBody(headline), locale: 'en', authorIds: [], ...more, now },
    storyId: storyId ?? (await aStory({ now, ...story })),
  }
  return write(async tx => bringTo(tx, status, await createArticleIn(tx, desk, draft), now, publishedAt))
}

function bringTo(tx: Tx, status: ArticleStatus, draft: StoredArticle, now: Date, at?: Date) {
  const target = { articleId: draft.id, revision: draft.revision, now }
  switch (status) {
    case 'draft':
      return draft
    case 'review':
      return submitForReviewIn(tx, desk, target)
    case 'scheduled':
      return scheduleIn(tx, desk, { ...target, at: at ?? new Date(now.getTime() + HOUR_MS) })
    case 'published':
      return publishIn(tx, desk, { ...target, publishedAt: at ?? now })
    case 'withdrawn':
      return publishIn(tx, desk, { ...target, publishedAt: at ?? now }).then(() =>
        withdrawIn(tx, desk, target),
      )
  }
}

/** The target of a verb: an article in the revision that somebody has seen. */
export function targetOf({ id, revision }: StoredArticle, now = new Date()) {
  return { articleId: id, revision, now }
}

/** The article with another headline and text, as a new revision, without a byline. */
export function edited(article: StoredArticle, headline: string, now = new Date()): Promise<StoredArticle> {
  const words = { headline, standfirst: '', body: aBody(headline), authorIds: [] }
  return revise(desk, { ...targetOf(article, now), ...words })
}
