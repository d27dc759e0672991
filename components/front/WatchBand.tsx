import { useTranslations } from 'next-intl'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'
import { EyeLevelStory } from './EyeLevelStory.tsx'
import styles from './WatchBand.module.css'

type Props = { stories: Teaser[]; locale: Locale }

const large = '(min-width: 64em) 44rem, calc(100vw - 2rem)'
const small = '(min-width: 64em) 19rem, (min-width: 48em) 25vw, 50vw'

/** Videos and photo galleries on a dark ground. */
export function WatchBand({ stories, locale }: Props) {
  const t = useTranslations('front')
  return (
    <BandShell ground="night" labelledBy="watch">
      <BandHeading id="watch" title={t('watch')} />
      {stories.length === 1 && stories[0] ? (
        <EyeLevelStory story={stories[0]} locale={locale} wordsFirst />
      ) : (
        <div className={styles.strip} data-count={stories.length}>
          {stories.map((story, index) => (
            <div key={story.storyId}>
              <StoryCard
                story={story}
                locale={locale}
                label={false}
                summary={index === 0}
                ratio="wide"
                sizes={index === 0 ? large : small}
              />
            </div>
          ))}
        </div>
      )}
    </BandShell>
  )
}
