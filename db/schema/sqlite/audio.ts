import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { instant, locale } from './columns.ts'
import { media } from './media.ts'
import { articles } from './stories.ts'

/** The part of an article that is one sound: its whole text, or its headline and standfirst. */
export type SpokenPart = 'article' | 'headline'

/** The voices of machines: a provider's, by setting, and the one that comes with the portal. */
export type VoiceKind = 'provider' | 'built-in'

export type SpokenState = 'waiting' | 'claimed' | 'ready' | 'failed'

/** Recordings that a person spoke, at most one for each article. */
export const recordings = sqliteTable(
  'recordings',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    mediaId: integer('media_id')
      .notNull()
      .references(() => media.id),
    /** Hash of the text that was spoken: another text has changed since. */
    textHash: text('text_hash').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  t => [primaryKey({ columns: [t.articleId] }), index('recordings_media').on(t.mediaId)],
)

/** Articles spoken by a machine, one row for each version of a part and each voice. It is also the queue of the voices. */
export const spoken = sqliteTable(
  'spoken',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    part: text('part').$type<SpokenPart>().notNull(),
    voice: text('voice').$type<VoiceKind>().notNull(),
    /** Hash of the spoken text and of the voice's own settings. */
    version: text('version').notNull(),
    /** The newest revision of the article that has this text. */
    revision: integer('revision').notNull(),
    characters: integer('characters').notNull(),
    state: text('state').$type<SpokenState>().notNull(),
    /** 1 while a reader waits for it, 0 when it is made ahead. */
    urgency: integer('urgency').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** Not tried before. */
    nextAt: instant('next_at').notNull(),
    holder: text('holder'),
    attempts: integer('attempts').notNull().default(0),
    /** The reason of a failure, in words for an administrator. */
    failure: text('failure'),
    /** The stored file, by the hash of its content; null until it is ready. */
    name: text('name'),
    bytes: integer('bytes'),
    durationMs: integer('duration_ms'),
    madeAt: instant('made_at'),
  },
  t => [
    uniqueIndex('spoken_version').on(t.articleId, t.part, t.voice, t.version),
    index('spoken_state').on(t.state, t.urgency, t.nextAt, t.id),
    index('spoken_name').on(t.name),
  ],
)

/** Headlines of a day in one file, for podcasts. */
export const bulletins = sqliteTable(
  'bulletins',
  {
    locale: locale(),
    /** As `2026-02-22`, in the site's time zone. */
    day: text('day').notNull(),
    /** The stories that it tells of, in their order. */
    storyIds: text('story_ids', { mode: 'json' }).$type<number[]>().notNull(),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    durationMs: integer('duration_ms').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [primaryKey({ columns: [t.locale, t.day] }), index('bulletins_name').on(t.name)],
)

/** Characters that a provider was given on a day of the site's time zone, so that a budget bounds them. */
export const voiceBudgets = sqliteTable('voice_budgets', {
  day: text('day').primaryKey(),
  characters: integer('characters').notNull(),
})
