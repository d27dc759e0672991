import { useTranslations } from 'next-intl'
import { latestPath } from '#addresses/paths.ts'
import { ListenLink } from '#components/listening/ListenLink.tsx'
import type { ListenOffer } from '#components/listening/listen-offer.ts'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import type { HeadlineItem, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './LatestColumn.module.css'

type Props = {
  headlines: HeadlineItem[]
  /** The first of them with a picture above their headline. */
  pictured: Teaser[]
  locale: Locale
  breakingStoryId?: number
  listen: ListenOffer | null
  /** Marks its lines for the edge. */
  isMarked?: boolean
}

/**
 * The latest headlines: on a wide page as many beside the article as it is long, and the rest in columns below the
 * related stories; on a narrow page below it.
 */
export function LatestColumn({ headlines, pictured, locale, breakingStoryId, listen, isMarked }: Props) {
  const t = useTranslations('article')
  if (headlines.length === 0) return null
  return (
    <aside className={styles.column} aria-labelledby="latest">
      <div className={styles.heading}>
        <BandHeading id="latest" title={t('latest')} thin>
          <ListenLink offer={listen} />
        </BandHeading>
      </div>
      <HeadlineList
        items={headlines}
        pictured={pictured}
        locale={locale}
        breakingStoryId={breakingStoryId}
        isMarked={isMarked}
      />
      <p className={styles.all}>
        <a href={latestPath(locale)}>{t('allLatest')}</a>
      </p>
    </aside>
  )
}
