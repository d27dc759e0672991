import { useTranslations } from 'next-intl'
import { NoticePage } from './NoticePage'

const texts = {
  400: { title: 'badRequest', text: 'badRequestText' },
  405: { title: 'notAllowed', text: 'notAllowedText' },
  500: { title: 'broken', text: 'brokenText' },
  503: { title: 'busy', text: 'busyText' },
} as const

export type FaultStatus = keyof typeof texts

export function isFaultStatus(status: number): status is FaultStatus {
  return status in texts
}

/** A fault of ours or of the address. The edge draws these once at start and keeps them, so they list no news. */
export function Fault({ status }: { status: FaultStatus }) {
  const t = useTranslations('notice')
  const { title, text } = texts[status]
  return <NoticePage status={status} title={t(title)} text={t(text)} suggestions={[]} />
}
