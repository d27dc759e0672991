import { useTranslations } from 'next-intl'
import styles from './ListenButton.module.css'
import { ListenTo } from './ListenTo.tsx'
import type { ListenOffer } from './listen-offer.ts'

type Props = { offer: ListenOffer }

/** Plays the article, and says who reads it. */
export function ListenButton({ offer }: Props) {
  const t = useTranslations('listening')
  const { isAutomated, isOlderThanText } = offer
  const note = isAutomated ? t('automated') : isOlderThanText ? t('older') : null
  return (
    <ListenTo offer={offer} words={t('listen')} className={styles.listen} buttonClassName={styles.button}>
      {note && <p className={styles.note}>{note}</p>}
    </ListenTo>
  )
}
