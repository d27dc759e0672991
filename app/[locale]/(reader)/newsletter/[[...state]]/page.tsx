import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { newsletterPages } from '#addresses/newsletter-pages.ts'
import { newsletterPath } from '#addresses/paths.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { NewsletterPage } from '#components/newsletter/NewsletterPage.tsx'
import { NewsletterState } from '#components/newsletter/NewsletterState.tsx'
import { titleOfState } from '#components/newsletter/title-of-state.ts'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { newsletterStyleFile } from '#request/enhance-files.ts'
import { readState, type NewsletterState as State } from './read-state.ts'

type Props = { params: Promise<{ locale: string; state?: string[] }> }

async function read({ params }: Props) {
  const { locale: localeSegment, state: segments = [] } = await params
  const locale = readLocale(localeSegment)
  const frame = await readerFrame(locale)
  const state = readState(segments)
  const needsOffer = state === 'form' || state === 'invalid'
  return { locale, frame, state: needsOffer && !frame.offer ? null : state }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, frame, state } = await read(props)
  if (state === null) return missingMetadata(locale)
  const t = await getTranslations({ locale, namespace: 'newsletter' })
  /* The other pages name no address of their own: the edge shows them at those of readers. */
  if (state !== 'form') return { title: titleOfState(state, t), robots: { index: false } }
  const other = otherLocale(locale)
  return listMetadata({
    locale,
    title: t('title'),
    description: frame.offer?.standfirst ?? '',
    path: newsletterPath(locale),
    alternate: { locale: other, path: newsletterPath(other) },
  })
}

export default async function NewsletterRoute(props: Props) {
  const { locale, frame, state } = await read(props)
  if (state === null) return missingPage(locale)
  const { offer, pages } = frame
  return (
    <ReaderPage frame={frame} compact languageSwitch={twinOf(state, otherLocale(locale))}>
      <link rel="stylesheet" href={newsletterStyleFile()} precedence="extra" />
      {state === 'form' ? (
        offer && <NewsletterPage offer={offer} pages={pages} />
      ) : (
        <NewsletterState name={state} offer={offer} pages={pages} />
      )}
    </ReaderPage>
  )
}

/* A page about one reader has no address in the other language: the reader's token is not known here. */
function twinOf(state: State, other: Locale) {
  const name = newsletterPages.find(each => each === state)
  return { href: newsletterPath(other, name), exact: state === 'form' || name !== undefined }
}
