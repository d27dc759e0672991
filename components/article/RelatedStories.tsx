import { useTranslations } from 'next-intl'
import type { Teaser } from '../../db/shapes'
import type { Locale } from '../../i18n/locales'
import { BandHeading } from '../story/BandHeading'
import { Columns } from '../story/Columns'
import { hasPictures } from '../story/has-pictures'
import { StoryCard } from '../story/StoryCard'

type Props = { stories: Teaser[]; locale: Locale }

export function RelatedStories({ stories, locale }: Props) {
  const t = useTranslations('article')
  if (stories.length === 0) return null
  const tiles = hasPictures(stories)
  return (
    <section aria-labelledby="related">
      <BandHeading id="related" title={t('related')} />
      <Columns layout="row">
        {stories.map(story => (
          <StoryCard key={story.storyId} story={story} locale={locale} summary={false} tiles={tiles} row />
        ))}
      </Columns>
    </section>
  )
}
