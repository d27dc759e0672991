import { Fault, isFaultStatus } from '../../../../../components/notice/Fault'
import { ReaderPage } from '../../../../../components/page/ReaderPage'
import { otherLocale } from '../../../../../i18n/locales'
import { frontPath } from '../../../../../i18n/paths'
import { answer } from '../../../../../request/answer'
import { missingPage } from '../../missing-page'
import { readLocale } from '../../params'
import { readerFrame } from '../../reader-frame'

export const metadata = { robots: { index: false } }

/** Error pages that the edge draws ahead, at start, and shows when something fails. Not reachable from outside. */
export default async function FaultRoute({
  params,
}: {
  params: Promise<{ locale: string; status: string }>
}) {
  const { locale: segment, status: text } = await params
  const locale = readLocale(segment)
  const status = Number(text)
  if (!isFaultStatus(status)) return missingPage(locale)
  answer({ status })
  const frame = await readerFrame(locale)
  return (
    <ReaderPage
      frame={{ ...frame, breaking: null }}
      compact
      languageSwitch={{ href: frontPath(otherLocale(locale)), exact: false }}
    >
      <Fault status={status} />
    </ReaderPage>
  )
}
