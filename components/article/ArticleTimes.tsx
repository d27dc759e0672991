import { useTranslations } from 'next-intl'
import type { Article } from '../../db/shapes'
import { formatDayAndClock } from '../../i18n/dates'
import { siteTimeZone } from '../../i18n/time-zone'
import styles from './ArticleTimes.module.css'
import { timeZoneName } from './time-zone-name'

type Props = { article: Pick<Article, 'locale' | 'publishedAt' | 'updatedAt' | 'readingMinutes'> }

/** When an article appeared and changed, by whose clock, and how long it takes to read. */
export function ArticleTimes({ article }: Props) {
  const t = useTranslations('article')
  const { locale, publishedAt, updatedAt, readingMinutes } = article
  const at = (instant: Date) => ({
    time: () => <time dateTime={instant.toISOString()}>{formatDayAndClock(instant, locale)}</time>,
  })
  return (
    <ul className={styles.times}>
      <li>{t.rich('publishedAt', at(publishedAt))}</li>
      {updatedAt && <li>{t.rich('updatedAt', at(updatedAt))}</li>}
      <li>
        <TimeZone />
      </li>
      <li>{t('readingTime', { minutes: readingMinutes })}</li>
    </ul>
  )
}

function TimeZone() {
  const t = useTranslations('article.zone')
  const name = timeZoneName(siteTimeZone())
  if ('message' in name) return t(name.message)
  return t.rich('other', {
    city: () => (
      <bdi lang="en" dir="ltr">
        {name.city}
      </bdi>
    ),
  })
}
