import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** A page of the newsletters with one thing to say or to ask. */
export function NewsletterNotice({ title, children }: { title: ReactNode; children: ReactNode }) {
  const t = useTranslations('newsletter')
  return (
    <div className="letter-notice">
      <p className="letter-label">{t('title')}</p>
      <h1>{title}</h1>
      {children}
    </div>
  )
}
