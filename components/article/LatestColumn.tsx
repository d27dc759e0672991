import { useTranslations } from 'next-intl'
import { latestPath } from '#addresses/paths.ts'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import type { HeadlineItem } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './LatestColumn.module.css'

type Props = { headlines: HeadlineItem[]; locale: Locale; breakingStoryId?: number }

/** The latest headlines: beside the article on wide pages, below it on narrow ones. */
export function LatestColumn({ headlines, locale, breakingStoryId }: Props) {
  const t = useTranslations('article')
  if (headlines.length === 0) return null
  return (
    <aside className={styles.column} aria-labelledby="latest">
      <BandHeading id="latest" title={t('latest')} thin />
      <HeadlineList items={headlines} locale={locale} breakingStoryId={breakingStoryId} />
      <p className={styles.all}>
        <a href={latestPath(locale)}>{t('allLatest')}</a>
      </p>
    </aside>
  )
}
