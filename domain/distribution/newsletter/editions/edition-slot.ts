import type { Newsletter } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { clockInstant, dayParts } from '#i18n/dates.ts'

/**
 * The latest moment, up to now, at which a newsletter was due by the clock of the site's zone; null for one that a person
 * sends.
 */
export function latestSlot({ at, day }: Pick<Newsletter, 'at' | 'day'>, now: Date): Date | null {
  if (at === null) return null
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  const today = dayParts(now)
  for (let back = 0; back <= 7; back++) {
    const noon = new Date(Date.UTC(today.year, today.month - 1, today.day - back, 12))
    const date = { year: noon.getUTCFullYear(), month: noon.getUTCMonth() + 1, day: noon.getUTCDate() }
    const slot = clockInstant({ ...date, hour, minute })
    if (slot <= now && (day === null || noon.getUTCDay() === day)) return slot
  }
  return null
}
