import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { searchPath } from '#addresses/paths.ts'
import { searchAddress } from '#addresses/search-address.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { answerForToday, readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { SearchPage } from '#components/search/SearchPage.tsx'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { localeList, otherLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { enhanceFile, searchStyleFile } from '#request/enhance-files.ts'
import { find, queryText, type SearchQuery } from './find.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchQuery> }

const HOUR_MS = 3_600_000
const MOMENT_MS = 10_000

/* An index under construction knows more in a moment; a relative period such as the past week moves on each hour. */
function untilOf({ wish, answer: found }: Awaited<ReturnType<typeof find>>): Date | null {
  if (found.kind === 'answered' && found.isPartial) return new Date(Date.now() + MOMENT_MS)
  return wish.period ? new Date(Date.now() + HOUR_MS) : null
}

async function read({ params, searchParams }: Props) {
  const locale = readLocale((await params).locale)
  const found = await find(locale, queryText(await searchParams))
  /* Any publication in either language may change the results. */
  answer({
    tags: localeList.map(tag.latest),
    shows: found.answer.kind === 'answered' ? found.answer.finds.map(({ story }) => story) : [],
    until: untilOf(found),
  })
  answerForToday()
  return { locale, ...found }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, wish } = await read(props)
  const t = await getTranslations('search')
  const other = otherLocale(locale)
  return listMetadata({
    locale,
    title: wish.typed ? t('titleOf', { words: wish.typed }) : t('title'),
    description: t('description'),
    path: searchAddress(locale, { typed: wish.typed, page: wish.page }),
    alternate: wish.typed ? null : { locale: other, path: searchPath(other) },
    page: wish.page,
    /* Search engines should list the articles rather than a page of results. */
    isUnlisted: wish.typed !== '',
  })
}

export default async function SearchRoute(props: Props) {
  const { locale, wish, answer: found, topic, author } = await read(props)
  const frame = await readerFrame(locale)
  const other = otherLocale(locale)
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{ href: searchAddress(other, { typed: wish.typed }), exact: true }}
    >
      <link rel="stylesheet" href={searchStyleFile()} precedence="extra" />
      <SearchPage
        locale={locale}
        siteName={frame.site.name}
        sections={frame.sections}
        wish={wish}
        found={found}
        topic={topic}
        author={author}
        script={enhanceFile('search')}
      />
    </ReaderPage>
  )
}
