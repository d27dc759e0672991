import { frontPath } from '#addresses/paths.ts'
import { Missing } from '#components/notice/Missing.tsx'
import type { PageFrame } from '#components/page/page-frame.ts'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { latestHeadlines } from '#db/queries/headlines.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { answerForToday, readerFrame } from './reader-frame.ts'

const SUGGESTIONS = 12

/** The 404 page of a language, for every route that finds nothing. It sets the status. */
export async function missingPage(locale: Locale, known?: PageFrame) {
  const [frame, suggestions] = await Promise.all([
    known ?? readerFrame(locale),
    latestHeadlines(locale, SUGGESTIONS),
  ])
  answerForToday()
  answer({ status: 404, beside: [tag.latest(locale)], shows: suggestions })
  return (
    <ReaderPage frame={frame} compact languageSwitch={{ href: frontPath(otherLocale(locale)), exact: false }}>
      <Missing suggestions={suggestions} />
    </ReaderPage>
  )
}
