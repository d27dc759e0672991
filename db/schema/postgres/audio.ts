import { index, integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { SpokenPart, SpokenState, VoiceKind } from '#db/schema/sqlite/audio.ts'
import { id, instant, locale, text } from './columns.ts'
import { media } from './media.ts'
import { articles } from './stories.ts'

export const recordings = pgTable(
  'recordings',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    mediaId: integer('media_id')
      .notNull()
      .references(() => media.id),
    textHash: text('text_hash').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  t => [primaryKey({ columns: [t.articleId] }), index('recordings_media').on(t.mediaId)],
)

export const spoken = pgTable(
  'spoken',
  {
    id: id(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    part: text('part').$type<SpokenPart>().notNull(),
    voice: text('voice').$type<VoiceKind>().notNull(),
    version: text('version').notNull(),
    revision: integer('revision').notNull(),
    characters: integer('characters').notNull(),
    state: text('state').$type<SpokenState>().notNull(),
    urgency: integer('urgency').notNull(),
    requestedAt: instant('requested_at').notNull(),
    nextAt: instant('next_at').notNull(),
    holder: text('holder'),
    attempts: integer('attempts').notNull().default(0),
    failure: text('failure'),
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

export const bulletins = pgTable(
  'bulletins',
  {
    locale: locale(),
    day: text('day').notNull(),
    storyIds: jsonb('story_ids').$type<number[]>().notNull(),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    durationMs: integer('duration_ms').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [primaryKey({ columns: [t.locale, t.day] }), index('bulletins_name').on(t.name)],
)

export const voiceBudgets = pgTable('voice_budgets', {
  day: text('day').primaryKey(),
  characters: integer('characters').notNull(),
})
