import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { AuthorHeader } from '../../../../../components/lists/AuthorHeader'
import { StoryList } from '../../../../../components/lists/StoryList'
import { pageMetadata } from '../../../../../components/page/metadata'
import { ReaderPage } from '../../../../../components/page/ReaderPage'
import { authorPage } from '../../../../../db/queries/authors'
import { siteFrame } from '../../../../../db/queries/frame'
import { tag } from '../../../../../domain/publishing/tags'
import { otherLocale } from '../../../../../i18n/locales'
import { authorPath, authorsPath, pagedPath } from '../../../../../i18n/paths'
import { answer } from '../../../../../request/answer'
import { missingPage } from '../../missing-page'
import { readLocale, readPage, readSegment } from '../../params'

type Props = {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

/* Asked for the head and for the page: one answer serves both. */
const find = cache(authorPage)

async function read({ params, searchParams }: Props) {
  const { locale: localeSegment, slug } = await params
  const locale = readLocale(localeSegment)
  const page = readPage((await searchParams).page)
  const found = page === null ? null : await find(locale, readSegment(slug), page)
  return {
    locale,
    found: found && (found.stories.items.length > 0 || found.stories.page === 1) ? found : null,
  }
}

export async function generateMetadata(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return {}
  const { author, stories, otherSlug } = found
  const other = otherLocale(locale)
  return pageMetadata({
    locale,
    title: author.name,
    description: author.bio || author.role,
    path: pagedPath(authorPath(locale, author.slug), stories.page),
    alternate:
      otherSlug && stories.page === 1 ? { locale: other, path: authorPath(other, otherSlug) } : undefined,
    page: stories.page,
  })
}

export default async function AuthorRoute(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return missingPage(locale)
  const { author, stories, otherSlug } = found
  const [frame, t] = await Promise.all([siteFrame(locale), getTranslations('authors')])
  answer({ tags: [tag.frame(locale), tag.author(author.id)] })
  const other = otherLocale(locale)
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{
        href: otherSlug ? authorPath(other, otherSlug) : authorsPath(other),
        exact: otherSlug !== null,
      }}
    >
      <StoryList
        header={<AuthorHeader author={author} />}
        empty={t('none')}
        stories={stories}
        path={authorPath(locale, author.slug)}
        locale={locale}
        more={{ href: authorsPath(locale), name: t('all') }}
      />
    </ReaderPage>
  )
}
