import { useTranslations } from 'next-intl'
import { StarIcon } from '#components/icons/StarIcon.tsx'
import width from '#components/page/PageWidth.module.css'
import styles from './EmptyFront.module.css'

/** The front page of a newsroom that has not published anything yet. */
export function EmptyFront() {
  const t = useTranslations('front')
  return (
    <div className={`${styles.empty} ${width.page}`}>
      <StarIcon className={styles.star} />
      <h2 className={styles.title}>{t('emptyTitle')}</h2>
      <p className={styles.text}>{t('empty')}</p>
    </div>
  )
}
