import type { Belonging } from '#db/queries/publishing.ts'
import type { BulkRows } from '#db/queries/writing/bulk-stories.ts'
import type { ArticleStatus } from '#db/schema/tables.ts'
import { articleFields } from '#domain/editorial/publishing/article-draft.ts'
import { articleTags } from '#domain/editorial/publishing/tags.ts'
import type { InventedArticle, InventedStory } from './invent-story.ts'

export const ACTOR = 'bench newsroom'

export const noRows = (): BulkRows => ({
  stories: [],
  storyTopics: [],
  articles: [],
  articleAuthors: [],
  revisions: [],
  auditLog: [],
  listings: [],
  contentChanges: [],
  corrections: [],
})

/**
 * Adds the rows that the verbs would leave: creating the story, then in each language creating, revising, publishing
 * and correcting its article. A test compares the result with that of the verbs.
 */
export function addStory(rows: BulkRows, story: InventedStory): void {
  const { id, sectionId, kind, leadMediaId, createdAt } = story
  rows.stories.push({ id, sectionId, kind, leadMediaId, createdAt })
  story.topicIds.forEach((topicId, position) => {
    rows.storyTopics.push({ storyId: id, topicId, position })
  })
  rows.auditLog.push({ at: createdAt, actor: ACTOR, verb: 'create', subject: `story:${id}` })
  for (const [index, article] of story.articles.entries()) {
    addArticle(rows, story, article, (id - 1) * story.articles.length + index + 1)
  }
}

function addArticle(rows: BulkRows, story: InventedStory, article: InventedArticle, articleId: number): void {
  const { locale, authorIds, createdAt, revised, publishedAt, correction } = article
  const belonging: Belonging = {
    storyId: story.id,
    sectionId: story.sectionId,
    topicIds: story.topicIds.toSorted((a, b) => a - b),
    authorIds: authorIds.toSorted((a, b) => a - b),
  }
  const note = (at: Date, verb: string, revision?: number) => {
    const detail = revision === undefined ? null : { revision }
    rows.auditLog.push({ at, actor: ACTOR, verb, subject: `article:${articleId}`, detail })
  }
  const versions = [{ draft: article.draft, at: createdAt }, ...(revised ? [revised] : [])]
  const kept = versions.map(({ draft, at }) => ({ fields: articleFields(draft), at }))
  for (const [index, { fields, at }] of kept.entries()) {
    const { headline, standfirst, slug, body } = fields
    const revision = index + 1
    rows.revisions.push({ articleId, revision, headline, standfirst, slug, body, savedAt: at, actor: ACTOR })
    if (index === 0) note(at, 'create')
    else note(at, 'revise', revision)
  }
  const revision = kept.length
  const newest = kept[revision - 1] as (typeof kept)[number]
  rows.articles.push({
    id: articleId,
    storyId: story.id,
    locale,
    status: 'published' satisfies ArticleStatus,
    revision,
    ...newest.fields,
    publishedAt,
    updatedAt: correction?.at ?? null,
    savedAt: newest.at,
  })
  authorIds.forEach((authorId, position) => {
    rows.articleAuthors.push({ articleId, authorId, position })
  })
  const listed = { locale, publishedAt, articleId }
  rows.listings.push(
    { kind: 'section', refId: belonging.sectionId, ...listed },
    ...belonging.topicIds.map(refId => ({ kind: 'topic' as const, refId, ...listed })),
    ...belonging.authorIds.map(refId => ({ kind: 'author' as const, refId, ...listed })),
  )
  const tags = [...new Set(articleTags(locale, [belonging], [publishedAt]))].sort()
  note(publishedAt, 'publish', revision)
  rows.contentChanges.push({ at: publishedAt, tags })
  if (!correction) return
  rows.corrections.push({ articleId, ...correction })
  note(correction.at, 'correct', revision)
  rows.contentChanges.push({ at: correction.at, tags })
}
