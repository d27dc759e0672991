import { bigint, integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { MediaKind } from '#db/shapes.ts'
import { id, instant, locale, text } from './columns.ts'

export const media = pgTable('media', {
  id: id(),
  name: text('name').notNull().unique(),
  kind: text('kind').$type<MediaKind>().notNull(),
  mime: text('mime').notNull(),
  extension: text('extension').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  color: text('color').notNull(),
  seconds: integer('seconds'),
  art: jsonb('art').$type<Record<string, unknown>>(),
  sourceName: text('source_name'),
  createdAt: instant('created_at').notNull(),
})

export const mediaTexts = pgTable(
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
