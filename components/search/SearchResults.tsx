import { useTranslations } from 'next-intl'
import type { Teaser } from '../../db/shapes'
import type { Locale } from '../../i18n/locales'
import { Pagination } from '../lists/Pagination'
import { hasPictures } from '../story/has-pictures'
import { StoryRow } from '../story/StoryRow'
import { type MarkedPieces, marked } from './marked'

type Found = { story: Teaser; headline: MarkedPieces; passage: MarkedPieces }

type Props = {
  locale: Locale
  finds: readonly Found[]
  /** Of this search, without its page. */
  path: string
  page: number
  hasNext: boolean
}

/** What was found, one under another, with the words that were looked for marked. */
export function SearchResults({ locale, finds, path, page, hasNext }: Props) {
  const t = useTranslations('search')
  const isInArabic = locale === 'ar'
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
          headline={marked(headline, isInArabic)}
          summary={passage.length > 0 ? marked(passage, isInArabic) : null}
        />
      ))}
      <Pagination path={path} page={page} hasNext={hasNext} previous={t('previous')} next={t('next')} />
    </section>
  )
}
