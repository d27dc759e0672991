import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { newsletterPath } from '#addresses/paths.ts'

type Props = {
  /** The kind of page on which a reader consents; it is kept with the consent. */
  place: 'page' | 'front' | 'article'
  className?: string
  children: ReactNode
}

/** The form that subscribes, around its fields. */
export function SubscriptionForm({ place, className, children }: Props) {
  const locale = useLocale()
  return (
    <form method="post" action={newsletterPath(locale)} acceptCharset="utf-8" className={className}>
      <input type="hidden" name="place" value={place} />
      {children}
    </form>
  )
}
