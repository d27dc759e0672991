import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MediaKind } from '#db/shapes.ts'
import { instant, locale } from './columns.ts'

export const media = sqliteTable('media', {
  id: integer('id').primaryKey(),
  /** Content hash; the stem of every file made from it. */
  name: text('name').notNull().unique(),
  kind: text('kind').$type<MediaKind>().notNull(),
  mime: text('mime').notNull(),
  /** Extension of the stored original. */
  extension: text('extension').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: integer('bytes').notNull(),
  color: text('color').notNull(),
  seconds: integer('seconds'),
  /** The recipe of pattern art, as JSON; null for supplied files. */
  art: text('art', { mode: 'json' }).$type<Record<string, unknown>>(),
  /** The file's name at its origin. */
  sourceName: text('source_name'),
  createdAt: instant('created_at').notNull(),
})

export const mediaTexts = sqliteTable(
  'media_texts',
  {
    mediaId: integer('media_id')
      .notNull()
      .references(() => media.id),
    locale: locale(),
    alt: text('alt').notNull(),
    caption: text('caption'),
    credit: text('credit'),
  },
  t => [primaryKey({ columns: [t.mediaId, t.locale] })],
)
