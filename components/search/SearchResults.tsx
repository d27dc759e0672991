import { useTranslations } from 'next-intl'
import { Pagination } from '#components/lists/Pagination.tsx'
import { hasPictures } from '#components/story/has-pictures.ts'
import { StoryRow } from '#components/story/StoryRow.tsx'
import type { Teaser } from '#db/shapes.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import { type MarkedPieces, marked } from './marked.tsx'

type Found = { story: Teaser; headline: MarkedPieces; passage: MarkedPieces }

type Props = {
  locale: Locale
  finds: readonly Found[]
  /** Path of this search without its page number. */
  path: string
  page: number
  hasNext: boolean
}

/** The results as a list, with the search words marked. */
export function SearchResults({ locale, finds, path, page, hasNext }: Props) {
  const t = useTranslations('search')
  const { dir } = locales[locale]
  const tiles = hasPictures(finds.map(({ story }) => story))
  return (
    <section aria-label={t('results')}>
      {finds.map(({ story, headline, passage }) => (
        <StoryRow
          key={story.storyId}
          story={story}
          locale={locale}
          label
          tiles={tiles}
          headline={marked(headline, dir)}
          summary={passage.length > 0 ? marked(passage, dir) : null}
        />
      ))}
      <Pagination path={path} page={page} hasNext={hasNext} previous={t('previous')} next={t('next')} />
    </section>
  )
}
