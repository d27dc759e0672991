import { integer, text } from 'drizzle-orm/sqlite-core'
import type { Locale } from '#i18n/locales.ts'

/** The two languages of the site. */
export const locale = () => text('locale').$type<Locale>().notNull()

export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })
