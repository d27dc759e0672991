/* A provider costs money, so visitors and crawlers must not be able to spend it. */
import { isoDay, nextMidnight } from '#i18n/dates.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A provider speaks no articles that are older. */
export const PROVIDER_MAX_AGE_MS = 30 * DAY_MS

/** Whether a provider may still speak an article. */
export function isForProvider(publishedAt: Date, now: Date): boolean {
  return now.getTime() - publishedAt.getTime() < PROVIDER_MAX_AGE_MS
}

/** The day whose budget an instant belongs to, in the site's time zone, and the beginning of the next one. */
export function budgetDay(now: Date): { day: string; next: Date } {
  return { day: isoDay(now), next: nextMidnight(now) }
}
