import type { StoryBatch } from '#db/queries/newsroom-content.ts'
import { localeList } from '#i18n/locales.ts'
import type { ExportState } from './export-state.ts'
import { textOf, withoutEmpty, yamlText } from './export-text.ts'

type Story = StoryBatch['stories'][number]
type Article = StoryBatch['articles'][number]

/** Writes the folder of a story and returns the number of its articles. */
export async function exportStory(story: Story, batch: StoryBatch, state: ExportState): Promise<number> {
  const folder = `stories/${state.storyKey(story.id)}`
  const articles = batch.articles.filter(article => article.storyId === story.id)
  const bylines = new Map(articles.map(article => [article.id, bylineOf(article, batch, state)]))
  const shared = [...bylines.values()]
  const isShared = shared.every(byline => byline.join() === shared[0]?.join())
  const section = state.sections.get(story.sectionId)
  const topics = batch.topics
    .filter(row => row.storyId === story.id)
    .map(row => state.topics.get(row.topicId))
  await state.write(
    `${folder}/story.yaml`,
    yamlText({
      id: story.id,
      section: section?.key,
      kind: story.kind,
      ...withoutEmpty({ topics, authors: isShared ? shared[0] : [] }),
      picture: await pictureOf(story, batch, state, folder),
    }),
  )
  for (const article of articles) {
    const own = isShared ? {} : { authors: bylines.get(article.id) }
    const matter = { ...matterOf(article, batch, state), ...own }
    const markdown = await textOf(article.body, folder, state.files, state.links[article.locale])
    await state.write(`${folder}/${article.locale}.md`, `---\n${yamlText(matter)}---\n${markdown}`)
    const recording = batch.recordings.find(row => row.articleId === article.id)
    if (recording) await state.files.copyAs(recording.mediaId, `${folder}/${article.locale}.mp3`)
  }
  return articles.length
}

function bylineOf(article: Article, batch: StoryBatch, state: ExportState): string[] {
  const rows = batch.authors.filter(row => row.articleId === article.id)
  return rows.map(row => state.authors.get(row.authorId) ?? '')
}

function matterOf(article: Article, batch: StoryBatch, state: ExportState): Record<string, unknown> {
  const { id, headline, slug, standfirst, updatedAt, seoTitle, seoDescription } = article
  const { status, published } = statusOf(article, batch, state)
  const corrections = batch.corrections
    .filter(row => row.articleId === id)
    .map(({ at, text }) => ({ at: at.toISOString(), text }))
  return {
    headline,
    ...withoutEmpty({
      standfirst,
      slug,
      status: status === 'published' ? null : status,
      published: published?.toISOString(),
      updated: updatedAt?.toISOString(),
      corrections,
      seo: withoutEmpty({ title: seoTitle, description: seoDescription }),
    }),
  }
}

/* A folder holds one text per article. If that text is not the approved one, it must not be published by itself. */
function statusOf(
  { id, storyId, locale, revision, status, publishedAt }: Article,
  batch: StoryBatch,
  state: ExportState,
): { status: Article['status']; published: Date | null } {
  if (status !== 'scheduled') return { status, published: publishedAt }
  const waiting = batch.waiting.find(row => row.articleId === id)
  if (waiting?.revision === revision) return { status, published: waiting.dueAt }
  state.notes.push(
    `${state.storyKey(storyId)}/${locale}: is scheduled, but was edited since; it is written as in review`,
  )
  return { status: 'review', published: publishedAt }
}

async function pictureOf(
  story: Story,
  batch: StoryBatch,
  state: ExportState,
  folder: string,
): Promise<unknown> {
  const id = story.leadMediaId
  if (id === null) return 'none'
  await state.files.prepare([id])
  const art = state.files.artOf(id)
  const rows = batch.pictureTexts.filter(row => row.storyId === story.id)
  const texts = (name: 'alt' | 'caption' | 'credit') =>
    Object.fromEntries(rows.flatMap(row => (row[name] ? [[row.locale, row[name]]] : [])))
  if (art) return { art, ...withoutEmpty({ caption: texts('caption'), credit: texts('credit') }) }
  /*
   * A file always gets its alt text, even an empty one: empty means decoration, and a missing one is a mistake in a
   * folder.
   */
  const alt = Object.fromEntries(localeList.map(locale => [locale, texts('alt')[locale] ?? '']))
  return {
    file: await state.files.file(id, folder),
    alt,
    ...withoutEmpty({ caption: texts('caption'), credit: texts('credit') }),
  }
}
