import { useTranslations } from 'next-intl'
import { StoryMark } from '#components/page/StoryMark.tsx'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { Columns } from '#components/story/Columns.tsx'
import { hasPictures } from '#components/story/has-pictures.ts'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'

type Props = {
  stories: Teaser[]
  locale: Locale
  /** Marks its stories for the edge. */
  isMarked: boolean
}

export function RelatedStories({ stories, locale, isMarked }: Props) {
  const t = useTranslations('article')
  if (stories.length === 0) return null
  const tiles = hasPictures(stories)
  return (
    <section aria-labelledby="related">
      <BandHeading id="related" title={t('related')} />
      <Columns layout="row">
        {stories.map(story => (
          <StoryMark key={story.storyId} storyId={story.storyId} isMarked={isMarked}>
            <StoryCard story={story} locale={locale} summary={false} tiles={tiles} row />
          </StoryMark>
        ))}
      </Columns>
    </section>
  )
}
