import { getTranslations } from 'next-intl/server'
import { authorsPath } from '#addresses/paths.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { AuthorList } from '#components/lists/AuthorList.tsx'
import { EmptyNote } from '#components/lists/EmptyNote.tsx'
import { ListHeader } from '#components/lists/ListHeader.tsx'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { listGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { authorIndex } from '#db/queries/authors.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { otherLocale } from '#i18n/locales.ts'
import { compareNames } from '#i18n/numbers.ts'
import { answer } from '#request/answer.ts'
import { settings } from '#settings/settings.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  const locale = readLocale((await params).locale)
  const [t, { site }] = await Promise.all([getTranslations('authors'), readerFrame(locale)])
  const other = otherLocale(locale)
  return listMetadata({
    locale,
    title: t('title'),
    description: t('description', { site: site.name }),
    path: authorsPath(locale),
    alternate: { locale: other, path: authorsPath(other) },
  })
}

export default async function AuthorsRoute({ params }: Props) {
  const locale = readLocale((await params).locale)
  const [frame, authors, t] = await Promise.all([
    readerFrame(locale),
    authorIndex(locale),
    getTranslations('authors'),
  ])
  answer({ tags: [tag.latest(locale)] })
  const sorted = authors.toSorted((a, b) => compareNames(a.name, b.name, locale))
  const description = t('description', { site: frame.site.name })
  const about = { name: t('title'), description, path: authorsPath(locale) }
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{ href: authorsPath(otherLocale(locale)), exact: true }}
    >
      <StructuredData graph={listGraph(about, { frame, siteUrl: settings().siteUrl })} />
      <ListHeader title={t('title')} description={description} />
      {sorted.length > 0 ? (
        <AuthorList authors={sorted} locale={locale} />
      ) : (
        <EmptyNote>{t('empty')}</EmptyNote>
      )}
    </ReaderPage>
  )
}
