import { useTranslations } from 'next-intl'
import { latestPath } from '#addresses/paths.ts'
import width from '#components/page/PageWidth.module.css'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import { Ruled } from '#components/story/Ruled.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Front, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { LeadStory } from './LeadStory.tsx'
import styles from './TopStories.module.css'

type Props = {
  front: Pick<Front, 'leadMore' | 'second' | 'latest'>
  lead: Teaser
  locale: Locale
  breakingStoryId?: number
}

/**
 * Pictures beside the lead; more would make the lead's one of many. A lead without a picture gives its place to one
 * of them.
 */
const PICTURED = 1
/** Stories beside the lead with a summary; the rest are headlines. */
const SUMMARISED = 3
/** This many headlines are as tall as the lead. */
const NEWEST = 11

/** The top of the front page: the lead, the stories next in importance, and the latest headlines. */
export function TopStories({ front, lead, locale, breakingStoryId }: Props) {
  const t = useTranslations('front')
  const { leadMore, second, latest } = front
  const pictured = new Set(
    second.filter(story => story.picture).slice(0, lead.picture ? PICTURED : PICTURED + 1),
  )
  const columns = 1 + Number(second.length > 0) + Number(latest.length > 0)
  return (
    <div className={`${styles.top} ${width.page}`} data-columns={columns}>
      <div className={styles.lead}>
        <LeadStory story={lead} more={leadMore} locale={locale} />
      </div>
      {second.length > 0 && (
        <div className={styles.second}>
          <Ruled>
            {second.map((story, index) => (
              <StoryCard
                key={story.storyId}
                story={story}
                locale={locale}
                picture={pictured.has(story)}
                summary={index < SUMMARISED}
                brief={index >= SUMMARISED}
                sizes="(min-width: 64em) 20rem, (min-width: 48em) 45vw, calc(100vw - 2rem)"
              />
            ))}
          </Ruled>
        </div>
      )}
      {latest.length > 0 && (
        <section className={styles.latest} aria-labelledby="latest">
          <BandHeading
            id="latest"
            title={t('latest')}
            more={{ href: latestPath(locale), name: t('allLatest') }}
            thin
          />
          <HeadlineList items={latest.slice(0, NEWEST)} locale={locale} breakingStoryId={breakingStoryId} />
        </section>
      )}
    </div>
  )
}
