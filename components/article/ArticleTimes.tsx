import { useTranslations } from 'next-intl'
import type { Article } from '#db/shapes.ts'
import { formatClock, formatDayAndClock, isoDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { timeZoneName } from '#i18n/time-zone-name.ts'
import { siteTimeZone } from '#settings/site-time-zone.ts'
import styles from './ArticleTimes.module.css'

type Props = { article: Pick<Article, 'locale' | 'publishedAt' | 'updatedAt' | 'readingMinutes'> }

/** Publication and update times of an article with their time zone, and its reading time. */
export function ArticleTimes({ article }: Props) {
  const t = useTranslations('article')
  const { locale, publishedAt, updatedAt, readingMinutes } = article
  const at = (instant: Date, text: string) => ({
    time: () => <time dateTime={instant.toISOString()}>{text}</time>,
  })
  return (
    <ul className={styles.times}>
      <li>{t.rich('publishedAt', at(publishedAt, formatDayAndClock(publishedAt, locale)))}</li>
      {updatedAt && (
        <li>{t.rich('updatedAt', at(updatedAt, updatedText(publishedAt, updatedAt, locale)))}</li>
      )}
      <li>
        <TimeZone />
      </li>
      <li>{t('readingTime', { minutes: readingMinutes })}</li>
    </ul>
  )
}

/* An update on the day of publication needs only its clock time. */
function updatedText(publishedAt: Date, updatedAt: Date, locale: Locale): string {
  return isoDay(publishedAt) === isoDay(updatedAt)
    ? formatClock(updatedAt)
    : formatDayAndClock(updatedAt, locale)
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
