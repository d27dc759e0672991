import { getTranslations } from 'next-intl/server'
import { topicPath, topicsPath } from '#addresses/paths.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { EmptyNote } from '#components/lists/EmptyNote.tsx'
import { ListHeader } from '#components/lists/ListHeader.tsx'
import { NameList } from '#components/lists/NameList.tsx'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { listGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { topicIndex } from '#db/queries/topics.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { otherLocale } from '#i18n/locales.ts'
import { compareNames } from '#i18n/numbers.ts'
import { answer } from '#request/answer.ts'
import { settings } from '#settings/settings.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  const locale = readLocale((await params).locale)
  const t = await getTranslations('topics')
  const other = otherLocale(locale)
  return listMetadata({
    locale,
    title: t('title'),
    description: t('description'),
    path: topicsPath(locale),
    alternate: { locale: other, path: topicsPath(other) },
  })
}

export default async function TopicsRoute({ params }: Props) {
  const locale = readLocale((await params).locale)
  const [frame, topics, t] = await Promise.all([
    readerFrame(locale),
    topicIndex(locale),
    getTranslations('topics'),
  ])
  /* Any new publication may be the first story of a topic. */
  answer({ tags: [tag.latest(locale)] })
  const items = topics
    .toSorted((a, b) => compareNames(a.name, b.name, locale))
    .map(({ name, slug }) => ({ name, href: topicPath(locale, slug) }))
  const about = { name: t('title'), description: t('description'), path: topicsPath(locale) }
  return (
    <ReaderPage frame={frame} compact languageSwitch={{ href: topicsPath(otherLocale(locale)), exact: true }}>
      <StructuredData graph={listGraph(about, { frame, siteUrl: settings().siteUrl })} />
      <ListHeader title={t('title')} description={t('description')} />
      {items.length > 0 ? <NameList items={items} /> : <EmptyNote>{t('empty')}</EmptyNote>}
    </ReaderPage>
  )
}
