import { getTranslations } from 'next-intl/server'
import { Fault, faultTexts, isFaultStatus } from '../../../../../components/notice/Fault'
import { ReaderPage } from '../../../../../components/page/ReaderPage'
import { otherLocale } from '../../../../../i18n/locales'
import { frontPath } from '../../../../../i18n/paths'
import { answer } from '../../../../../request/answer'
import { missingMetadata } from '../../missing-metadata'
import { missingPage } from '../../missing-page'
import { readLocale } from '../../params'
import { readerFrame } from '../../reader-frame'

type Props = { params: Promise<{ locale: string; status: string }> }

async function read({ params }: Props) {
  const { locale, status } = await params
  return { locale: readLocale(locale), status: Number(status) }
}

export async function generateMetadata(props: Props) {
  const { locale, status } = await read(props)
  if (!isFaultStatus(status)) return missingMetadata(locale)
  const t = await getTranslations({ locale, namespace: 'notice' })
  return { title: t(faultTexts[status].title), robots: { index: false } }
}

/** Error pages that the edge draws ahead, at start, and shows when something fails. Not reachable from outside. */
export default async function FaultRoute(props: Props) {
  const { locale, status } = await read(props)
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
