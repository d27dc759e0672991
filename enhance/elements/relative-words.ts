/**
 * Phrases such as "3 minutes ago" in the page's language: one for each plural form, with `#` in place of the number.
 * Forms that the language does not have may be missing.
 */
export type RelativeWords = {
  now: string
  minutes: Partial<Record<Intl.LDMLPluralRule, string>>
  hours: Partial<Record<Intl.LDMLPluralRule, string>>
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/**
 * The relative time of the last 24 hours; null for anything older, or when the reader's clock is more than a minute
 * behind it.
 */
export function relativeTime(agoMs: number, words: RelativeWords, plural: Intl.PluralRules): string | null {
  const minutes = Math.floor(agoMs / MINUTE_MS)
  if (minutes < -1 || minutes >= DAY_MINUTES) return null
  if (minutes < 1) return words.now
  const [forms, count] = minutes < 60 ? [words.minutes, minutes] : [words.hours, Math.floor(minutes / 60)]
  const phrase = forms[plural.select(count)] ?? forms.other
  return phrase?.replace('#', String(count)) ?? null
}
