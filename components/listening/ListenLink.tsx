import { useTranslations } from 'next-intl'
import { SpeakerIcon } from '#components/icons/SpeakerIcon.tsx'
import styles from './ListenLink.module.css'
import type { ListenOffer } from './listen-offer.ts'

type Props = { offer: ListenOffer | null }

/** Plays the latest headlines, from their heading. Without script it stays hidden. */
export function ListenLink({ offer }: Props) {
  const t = useTranslations('listening')
  if (!offer) return null
  const { list, player, voice } = offer
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
      <button type="button">
        <SpeakerIcon />
        <span>{t('listenHeadlines')}</span>
      </button>
    </listen-to>
  )
}
