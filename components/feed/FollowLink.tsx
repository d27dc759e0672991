import { useTranslations } from 'next-intl'
import { feedPath } from '#addresses/paths.ts'
import styles from './FollowLink.module.css'

/** A visible link to the feed of the list above. */
export function FollowLink({ path }: { path: string }) {
  const t = useTranslations('feeds')
  return (
    <p className={styles.follow}>
      <a href={feedPath(path, 'rss')} type="application/rss+xml">
        {t('follow')}
      </a>
    </p>
  )
}
