import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Locale } from '#i18n/locales.ts'
import { instant, locale } from './columns.ts'
import { stories } from './stories.ts'

export type RedirectTarget = 'article' | 'section' | 'topic' | 'author' | 'page' | 'front'

/** Old addresses. `path` is decoded, NFC, without a trailing slash, with the significant part of the query. */
export const redirects = sqliteTable('redirects', {
  path: text('path').primaryKey(),
  locale: locale(),
  target: text('target').$type<RedirectTarget>().notNull(),
  refId: integer('ref_id').notNull(),
  createdAt: instant('created_at').notNull(),
})

export type FrontPlace = 'lead' | 'second' | 'feature'

/** Curated places on the front. The others take the newest stories. */
export const frontPlaces = sqliteTable(
  'front_places',
  {
    locale: locale(),
    place: text('place').$type<FrontPlace>().notNull(),
    position: integer('position').notNull(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
  },
  t => [primaryKey({ columns: [t.locale, t.place, t.position] })],
)

export const breaking = sqliteTable('breaking', {
  locale: text('locale').$type<Locale>().primaryKey(),
  text: text('text').notNull(),
  storyId: integer('story_id').references(() => stories.id),
  at: instant('at').notNull(),
  until: instant('until'),
})
