import { useTranslations } from 'next-intl'
import { NoticePage } from './NoticePage.tsx'

/** Title and explanation of each fault, as keys of the catalogs. */
export const faultTexts = {
  400: { title: 'badRequest', text: 'badRequestText' },
  405: { title: 'notAllowed', text: 'notAllowedText' },
  500: { title: 'broken', text: 'brokenText' },
  503: { title: 'busy', text: 'busyText' },
} as const

export type FaultStatus = keyof typeof faultTexts

export function isFaultStatus(status: number): status is FaultStatus {
  return Object.hasOwn(faultTexts, status)
}

/** The page of a server fault or a bad address. The edge renders these once, at start, so they list no news. */
export function Fault({ status }: { status: FaultStatus }) {
  const t = useTranslations('notice')
  const { title, text } = faultTexts[status]
  return <NoticePage status={status} title={t(title)} text={t(text)} suggestions={[]} />
}
