import { useTranslations } from 'next-intl'
import { NoticePage } from './NoticePage.tsx'

/** What each fault is called and how it is explained, as keys of the catalogs. */
export const faultTexts = {
  400: { title: 'badRequest', text: 'badRequestText' },
  405: { title: 'notAllowed', text: 'notAllowedText' },
  500: { title: 'broken', text: 'brokenText' },
  503: { title: 'busy', text: 'busyText' },
} as const

export type FaultStatus = keyof typeof faultTexts

export function isFaultStatus(status: number): status is FaultStatus {
  return status in faultTexts
}

/** A fault of ours or of the address. The edge draws these once at start and keeps them, so they list no news. */
export function Fault({ status }: { status: FaultStatus }) {
  const t = useTranslations('notice')
  const { title, text } = faultTexts[status]
  return <NoticePage status={status} title={t(title)} text={t(text)} suggestions={[]} />
}
