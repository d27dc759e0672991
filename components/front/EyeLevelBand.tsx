import { Columns } from '#components/story/Columns.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'
import styles from './EyeLevelBand.module.css'
import { EyeLevelStory } from './EyeLevelStory.tsx'
import { SectionHeading, sectionHeadingId } from './SectionHeading.tsx'

type Props = { story: Teaser; more: Teaser[]; locale: Locale }

/** The long read of the day, and more stories from its section. */
export function EyeLevelBand({ story, more, locale }: Props) {
  const { section } = story
  return (
    <BandShell glaze={section.glaze} labelledBy={sectionHeadingId(section)}>
      <SectionHeading section={section} locale={locale} />
      <EyeLevelStory story={story} locale={locale} />
      {more.length > 0 && (
        <div className={styles.more}>
          <Columns layout={more.length === 3 ? 'thirds' : 'halves'}>
            {more.map(other => (
              <StoryCard
                key={other.storyId}
                story={other}
                locale={locale}
                label={false}
                picture={false}
                summary={false}
              />
            ))}
          </Columns>
        </div>
      )}
    </BandShell>
  )
}
