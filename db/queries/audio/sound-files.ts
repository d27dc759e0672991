/** Whether a stored sound may be heard: asked at each request for one, so that what is withdrawn is silent at once. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { prepared, value } from '#db/prepared.ts'
import { isVisible } from '#db/queries/visible.ts'
import { articles, bulletins, media, recordings, spoken } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'

const SEVERAL = 5

const articleColumns = {
  status: articles.status,
  publishedAt: articles.publishedAt,
}

const spokenRows = prepared(db =>
  db
    .select(articleColumns)
    .from(spoken)
    .innerJoin(articles, eq(articles.id, spoken.articleId))
    .where(eq(spoken.name, value('name')))
    .orderBy(asc(spoken.id))
    .limit(SEVERAL),
)

/* An audio file without a recording is one that a body offers. */
const mediaRows = prepared(db =>
  db
    .select({ recordingOf: recordings.articleId, ...articleColumns })
    .from(media)
    .leftJoin(recordings, eq(recordings.mediaId, media.id))
    .leftJoin(articles, eq(articles.id, recordings.articleId))
    .where(and(eq(media.name, value('name')), eq(media.kind, 'audio')))
    .orderBy(asc(media.id), asc(recordings.articleId))
    .limit(SEVERAL),
)

const bulletinRows = prepared(db =>
  db
    .select({ locale: bulletins.locale, storyIds: bulletins.storyIds })
    .from(bulletins)
    .where(eq(bulletins.name, value('name')))
    .orderBy(asc(bulletins.locale), asc(bulletins.day))
    .limit(1),
)

/** `gone` for a sound whose articles have all been withdrawn, or one of whose stories has. */
export async function stateOfSound(name: string, now = new Date()): Promise<'heard' | 'gone' | 'unknown'> {
  const [ofVoices, ofPeople] = await Promise.all([
    spokenRows().execute({ name }),
    mediaRows().execute({ name }),
  ])
  const known = [
    ...ofVoices.map(row => isVisible(row, now)),
    ...ofPeople.map(
      ({ recordingOf, status, publishedAt }) =>
        recordingOf === null || (status !== null && isVisible({ status, publishedAt }, now)),
    ),
  ]
  if (known.length > 0) return known.includes(true) ? 'heard' : 'gone'
  const [bulletin] = await bulletinRows().execute({ name })
  if (!bulletin) return 'unknown'
  return (await areVisible(bulletin, now)) ? 'heard' : 'gone'
}

async function areVisible(
  { locale, storyIds }: { locale: Locale; storyIds: number[] },
  now: Date,
): Promise<boolean> {
  const rows = await reader()
    .select(articleColumns)
    .from(articles)
    .where(and(inArray(articles.storyId, storyIds), eq(articles.locale, locale)))
    .orderBy(asc(articles.id))
  return rows.length === storyIds.length && rows.every(row => isVisible(row, now))
}
