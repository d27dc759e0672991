import { getTranslations } from 'next-intl/server'
import { frontPath } from '#addresses/paths.ts'
import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { Fault, faultTexts, isFaultStatus } from '#components/notice/Fault.tsx'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { otherLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'

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

/** Error pages, which the edge renders at start and sends when something fails. Not reachable from outside. */
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
