import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SpeakerIcon } from '#components/icons/SpeakerIcon.tsx'
import type { ListenOffer } from './listen-offer.ts'

type Props = {
  offer: ListenOffer
  /** The words of the button. */
  words: string
  className?: string
  buttonClassName?: string
  /** Content after the button. */
  children?: ReactNode
}

/** A button that plays a list of sounds. Without script it stays hidden. */
export function ListenTo({ offer, words, className, buttonClassName, children }: Props) {
  const t = useTranslations('listening')
  const { list, player, voice } = offer
  return (
    <listen-to
      className={className}
      data-list={list}
      data-player={player}
      data-voice={voice}
      data-pause={t('pause')}
      data-failed={t('player.failed')}
      hidden
    >
      <button type="button" className={buttonClassName}>
        <SpeakerIcon />
        <span>{words}</span>
      </button>
      {children}
    </listen-to>
  )
}
