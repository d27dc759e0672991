import { useTranslations } from 'next-intl'
import styles from './ListenLink.module.css'
import { ListenTo } from './ListenTo.tsx'
import type { ListenOffer } from './listen-offer.ts'

type Props = { offer: ListenOffer | null }

/** Plays the latest headlines, from their heading. */
export function ListenLink({ offer }: Props) {
  const t = useTranslations('listening')
  return offer && <ListenTo offer={offer} words={t('listenHeadlines')} className={styles.listen} />
}
