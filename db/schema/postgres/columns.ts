import { customType, integer, timestamp } from 'drizzle-orm/pg-core'
import type { Locale } from '#i18n/locales.ts'

/** Text that is compared byte by byte, as SQLite does: both engines sort alike, whatever the server's language. */
export const text = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/** The two languages of the site. */
export const locale = () => text('locale').$type<Locale>().notNull()

/** SQLite stores milliseconds, so PostgreSQL does too. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

export const id = () => integer('id').primaryKey().generatedByDefaultAsIdentity()
