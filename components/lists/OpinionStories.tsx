import { useTranslations } from 'next-intl'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { Columns } from '#components/story/Columns.tsx'
import { OpinionCard } from '#components/story/OpinionCard.tsx'
import type { SectionRef, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './OpinionStories.module.css'

type Props = { section: SectionRef; stories: Teaser[]; isFirst: boolean; locale: Locale }

/** Number of the newest columns with large portraits, on the first page. */
const NEWEST = 4

/** The columns of the opinion section: each by its author, as on the front. */
export function OpinionStories({ section, stories, isFirst, locale }: Props) {
  const t = useTranslations('section')
  const newest = isFirst ? stories.slice(0, NEWEST) : []
  const rest = stories.slice(newest.length)
  return (
    <>
      {newest.length > 0 && (
        <div className={styles.newest}>
          <Columns layout={newest.length === NEWEST ? 'row' : newest.length === 3 ? 'thirds' : 'halves'}>
            {newest.map(story => (
              <OpinionCard key={story.storyId} story={story} locale={locale} level={2} stacked />
            ))}
          </Columns>
        </div>
      )}
      {rest.length > 0 && (
        <section className={styles.rest} aria-labelledby="more-stories">
          <BandHeading id="more-stories" title={t('latest', { section: section.name })} />
          <Columns layout="halves">
            {rest.map(story => (
              <OpinionCard key={story.storyId} story={story} locale={locale} />
            ))}
          </Columns>
        </section>
      )}
    </>
  )
}
