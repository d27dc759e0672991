import { formatDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'

type Props = { at: Date; locale: Locale }

/* In development the framework wakes up after enhance/ and would complain of what that has changed. */

/** The day of a story; enhance/ says how long ago it was while that is less than a day. */
export function StoryTime({ at, locale }: Props) {
  return (
    <time dateTime={at.toISOString()} data-relative="" suppressHydrationWarning>
      {formatDay(at, locale)}
    </time>
  )
}
