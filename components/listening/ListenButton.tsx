import { useTranslations } from 'next-intl'
import { SpeakerIcon } from '#components/icons/SpeakerIcon.tsx'
import styles from './ListenButton.module.css'
import type { ListenOffer } from './listen-offer.ts'

type Props = { offer: ListenOffer }

/** Plays the article, and says who reads it. Without script it stays hidden. */
export function ListenButton({ offer }: Props) {
  const t = useTranslations('listening')
  const { list, player, voice, isAutomated, isOlderThanText } = offer
  const note = isAutomated ? t('automated') : isOlderThanText ? t('older') : null
  return (
    <listen-to
      className={styles.listen}
      data-list={list}
      data-player={player}
      data-voice={voice}
      data-pause={t('pause')}
      data-failed={t('player.failed')}
      hidden
    >
      <button type="button" className={styles.button}>
        <SpeakerIcon />
        <span>{t('listen')}</span>
      </button>
      {note && <p className={styles.note}>{note}</p>}
    </listen-to>
  )
}
