import { formatDay } from '../../i18n/dates'
import type { Locale } from '../../i18n/locales'

type Props = { at: Date; locale: Locale }

/** The day of a story; enhance/ says how long ago it was while that is less than a day. */
export function StoryTime({ at, locale }: Props) {
  return (
    <time dateTime={at.toISOString()} data-relative="">
      {formatDay(at, locale)}
    </time>
  )
}
