import { formatDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'

type Props = { at: Date; locale: Locale }

/* In development React hydrates after enhance/ and would warn about its changes. */

/** The day of a story; for the first 24 hours enhance/ replaces it with a relative time. */
export function StoryTime({ at, locale }: Props) {
  return (
    <time dateTime={at.toISOString()} data-relative="" suppressHydrationWarning>
      {formatDay(at, locale)}
    </time>
  )
}
