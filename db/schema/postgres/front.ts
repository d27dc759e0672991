import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { FrontPlace, RedirectTarget } from '#db/schema/sqlite/front.ts'
import type { Locale } from '#i18n/locales.ts'
import { instant, locale, text } from './columns.ts'
import { stories } from './stories.ts'

export const redirects = pgTable('redirects', {
  path: text('path').primaryKey(),
  locale: locale(),
  target: text('target').$type<RedirectTarget>().notNull(),
  refId: integer('ref_id').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const frontPlaces = pgTable(
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

export const breaking = pgTable('breaking', {
  locale: text('locale').$type<Locale>().primaryKey(),
  text: text('text').notNull(),
  storyId: integer('story_id').references(() => stories.id),
  at: instant('at').notNull(),
  until: instant('until'),
})
