/**
 * The words of "3 minutes ago" in the page's language: a phrase for each plural form, with `#` where the number
 * stands. Forms that a language does not have may be missing.
 */
export type RelativeWords = {
  now: string
  minutes: Partial<Record<Intl.LDMLPluralRule, string>>
  hours: Partial<Record<Intl.LDMLPluralRule, string>>
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/**
 * How long ago something was, for the last 24 hours; null when it is older, or when the reader's clock stands
 * before it by more than a minute.
 */
export function relativeTime(agoMs: number, words: RelativeWords, plural: Intl.PluralRules): string | null {
  const minutes = Math.floor(agoMs / MINUTE_MS)
  if (minutes < -1 || minutes >= DAY_MINUTES) return null
  if (minutes < 1) return words.now
  const [forms, count] = minutes < 60 ? [words.minutes, minutes] : [words.hours, Math.floor(minutes / 60)]
  const phrase = forms[plural.select(count)] ?? forms.other
  return phrase?.replace('#', String(count)) ?? null
}
