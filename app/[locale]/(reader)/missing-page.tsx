import { Missing } from '../../../components/notice/Missing'
import { ReaderPage } from '../../../components/page/ReaderPage'
import { latestHeadlines } from '../../../db/queries/headlines'
import type { Frame } from '../../../db/shapes'
import { tag } from '../../../domain/publishing/tags'
import { type Locale, otherLocale } from '../../../i18n/locales'
import { frontPath } from '../../../i18n/paths'
import { answer } from '../../../request/answer'
import { readerFrame } from './reader-frame'

const SUGGESTIONS = 12

/** The 404 page of a language, for every route that finds nothing. */
export async function missingPage(locale: Locale, known?: Frame) {
  const [frame, suggestions] = await Promise.all([
    known ?? readerFrame(locale),
    latestHeadlines(locale, SUGGESTIONS),
  ])
  answer({ status: 404, beside: [tag.latest(locale)], shows: suggestions })
  return (
    <ReaderPage frame={frame} compact languageSwitch={{ href: frontPath(otherLocale(locale)), exact: false }}>
      <Missing suggestions={suggestions} />
    </ReaderPage>
  )
}
