import { useTranslations } from 'next-intl'
import { topicPath } from '#addresses/paths.ts'
import { isolatedInOne } from '#components/bidi/isolated.tsx'
import type { TopicRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './TopicLinks.module.css'

type Props = { topics: TopicRef[]; locale: Locale }

export function TopicLinks({ topics, locale }: Props) {
  const t = useTranslations('article')
  if (topics.length === 0) return null
  return (
    <nav className={styles.topics} aria-label={t('topics')}>
      <ul>
        {topics.map(topic => (
          <li key={topic.id}>
            <a href={topicPath(locale, topic.slug)} rel="tag">
              {isolatedInOne(topic.name, locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
