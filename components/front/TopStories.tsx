import { useTranslations } from 'next-intl'
import { latestPath } from '#addresses/paths.ts'
import { ListenLink } from '#components/listening/ListenLink.tsx'
import type { ListenOffer } from '#components/listening/listen-offer.ts'
import width from '#components/page/PageWidth.module.css'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import { Ruled } from '#components/story/Ruled.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Front, HeadlineItem, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { LeadStory } from './LeadStory.tsx'
import styles from './TopStories.module.css'

type Props = {
  front: Pick<Front, 'leadMore' | 'second'>
  latest: HeadlineItem[]
  lead: Teaser
  locale: Locale
  listen: ListenOffer | null
}

/**
 * Pictures beside the lead; more would make the lead's one of many. A lead without a picture gives its place to one
 * of them.
 */
const PICTURED = 1
/** Stories beside the lead with a summary; the rest are headlines. */
const SUMMARISED = 3

/** The top of the front page: the lead, the stories next in importance, and the latest headlines. */
export function TopStories({ front, latest, lead, locale, listen }: Props) {
  const t = useTranslations('front')
  const { leadMore, second } = front
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
          <Ruled fill={pictured.size > 0 ? 'picture' : 'space'}>
            {second.map((story, index) => (
              <StoryCard
                key={story.storyId}
                story={story}
                locale={locale}
                picture={pictured.has(story)}
                fill
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
          >
            <ListenLink offer={listen} />
          </BandHeading>
          <HeadlineList items={latest} locale={locale} />
        </section>
      )}
    </div>
  )
}
