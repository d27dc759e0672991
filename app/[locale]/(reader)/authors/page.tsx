import { getTranslations } from 'next-intl/server'
import { AuthorList } from '../../../../components/lists/AuthorList'
import { EmptyNote } from '../../../../components/lists/EmptyNote'
import { ListHeader } from '../../../../components/lists/ListHeader'
import { ReaderPage } from '../../../../components/page/ReaderPage'
import { listGraph } from '../../../../components/structured-data/list-graphs'
import { StructuredData } from '../../../../components/structured-data/StructuredData'
import { authorIndex } from '../../../../db/queries/authors'
import { tag } from '../../../../domain/publishing/tags'
import { otherLocale } from '../../../../i18n/locales'
import { compareNames } from '../../../../i18n/numbers'
import { authorsPath } from '../../../../i18n/paths'
import { answer } from '../../../../request/answer'
import { settings } from '../../../../request/settings'
import { listMetadata } from '../list-metadata'
import { readLocale } from '../params'
import { readerFrame } from '../reader-frame'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  const locale = readLocale((await params).locale)
  const t = await getTranslations('authors')
  const other = otherLocale(locale)
  return listMetadata({
    locale,
    title: t('title'),
    description: t('description'),
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
  const about = { name: t('title'), description: t('description'), path: authorsPath(locale) }
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{ href: authorsPath(otherLocale(locale)), exact: true }}
    >
      <StructuredData graph={listGraph(about, { frame, siteUrl: settings().siteUrl })} />
      <ListHeader title={t('title')} description={t('description')} />
      {sorted.length > 0 ? (
        <AuthorList authors={sorted} locale={locale} />
      ) : (
        <EmptyNote>{t('empty')}</EmptyNote>
      )}
    </ReaderPage>
  )
}
