import { buffer } from 'node:stream/consumers'
import { reader } from '#db/open.ts'
import { type Bulletin, bulletinOf, deleteBulletin, putBulletin } from '#db/queries/audio/bulletins.ts'
import { insertSpoken, type Spoken, spokenOfArticles } from '#db/queries/audio/spoken.ts'
import { newestToldArticles, type ToldArticle } from '#db/queries/audio/told-articles.ts'
import { nameChange } from '#db/queries/changes.ts'
import { type Tx, write } from '#db/write.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { durationOfBytes } from '#domain/media/audio/encoding/encode-mp3.ts'
import { offeredVoices } from '#domain/media/audio/voices/offered-voices.ts'
import { mediaName } from '#domain/media/files/media-name.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { soundFile } from '#domain/media/files/stored-file.ts'
import { dayParts, isoDay, startOfDay } from '#i18n/dates.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { textOf, versionOf } from './spoken-of.ts'

/* Before people leave home, in the site's time zone. */
const HOUR = 6
const HOUR_MS = 60 * 60 * 1000
/** The headlines of a bulletin: some five minutes. */
const MOST_HEADLINES = 12
const LEAST_HEADLINES = 3
/* The news since yesterday's bulletin, and a little of the day before on a quiet day. */
const NEWS_OF_MS = 36 * HOUR_MS
/* Then it is made of what the voice has spoken by then. */
const WAIT_MS = HOUR_MS / 2

/**
 * Makes the bulletin of the day for podcasts, of the headlines as a provider's voice spoke them, in each language; makes
 * it again when a story was withdrawn or its headline changed. The built-in voice makes none: it is too plain to subscribe to.
 */
export async function makeBulletins(dataDir: string, now = new Date()): Promise<void> {
  const { hasProvider } = await offeredVoices()
  const { year, month, day } = dayParts(now)
  const dueAt = new Date(startOfDay(year, month, day).getTime() + HOUR * HOUR_MS)
  if (!hasProvider || now < dueAt) return
  for (const locale of localeList) await makeBulletin(dataDir, locale, { dueAt, now })
}

async function makeBulletin(
  dataDir: string,
  locale: Locale,
  { dueAt, now }: { dueAt: Date; now: Date },
): Promise<void> {
  const day = isoDay(now)
  const made = await bulletinOf(reader(), locale, day)
  const articles = await newsOf(locale, made ? made.madeAt : dueAt, now)
  const told = made ? articles.filter(({ storyId }) => made.storyIds.includes(storyId)) : articles
  if (told.length < LEAST_HEADLINES) {
    if (made) await write(tx => remove(tx, made, now))
    return
  }
  const spoken = await spokenHeadlines(told, now)
  if (made && told.length === made.storyIds.length && spoken.every(row => isIn(made, row))) return
  const isOver = now.getTime() - dueAt.getTime() > WAIT_MS
  const ready = spoken.filter(row => row?.state === 'ready')
  if (!isOver && spoken.some(row => row?.state !== 'ready' && row?.state !== 'failed')) return
  if (ready.length < LEAST_HEADLINES) return
  const parts = told.flatMap((article, index) => {
    const name = spoken[index]?.state === 'ready' ? spoken[index].name : null
    return name ? [{ storyId: article.storyId, name }] : []
  })
  const content = await joined(
    dataDir,
    parts.map(({ name }) => name),
  )
  const name = mediaName(content)
  await mediaStore(dataDir).put(soundFile(name), content)
  await write(async tx => {
    await putBulletin(tx, {
      ...{ locale, day, name, bytes: content.length, durationMs: durationOfBytes(content.length) },
      storyIds: parts.map(({ storyId }) => storyId),
      madeAt: now,
    })
    await nameChange(tx, now, [tag.audio(locale)])
  })
}

/* A headline that was changed since is spoken anew. */
function isIn({ madeAt }: Bulletin, row: Spoken | undefined): boolean {
  return row?.state === 'ready' && row.madeAt !== null && row.madeAt <= madeAt
}

async function remove(tx: Tx, bulletin: Bulletin, now: Date): Promise<void> {
  await deleteBulletin(tx, bulletin)
  await nameChange(tx, now, [tag.audio(bulletin.locale)])
}

/* A published article that is older than the bulletin, as far as readers may still see it. */
async function newsOf(locale: Locale, until: Date, now: Date): Promise<ToldArticle[]> {
  const newest = await newestToldArticles(locale, MOST_HEADLINES * 4, now)
  return newest
    .filter(({ publishedAt }) => publishedAt <= until && until.getTime() - publishedAt.getTime() < NEWS_OF_MS)
    .slice(0, MOST_HEADLINES)
}

/* Asks for those that nobody has asked for. */
async function spokenHeadlines(articles: ToldArticle[], now: Date): Promise<(Spoken | undefined)[]> {
  const kind = { part: 'headline', voice: 'provider' } as const
  const ids = articles.map(({ id }) => id)
  const known = await spokenOfArticles(reader(), ids, kind)
  const found: (Spoken | undefined)[] = []
  for (const article of articles) {
    const text = textOf('headline', article)
    const version = versionOf(text, 'provider')
    const row = known.find(each => each.articleId === article.id && each.version === version)
    found.push(row)
    if (row) continue
    const { id: articleId, revision } = article
    const wish = { ...kind, articleId, version, revision, characters: text.characters, isUrgent: false, now }
    await write(tx => insertSpoken(tx, wish))
  }
  return found
}

/* All sounds of the voices are alike, so their frames follow each other in one file. */
async function joined(dataDir: string, names: string[]): Promise<Buffer> {
  const store = mediaStore(dataDir)
  const contents: Buffer[] = []
  for (const name of names) contents.push(await buffer(store.open(soundFile(name))))
  return Buffer.concat(contents)
}
