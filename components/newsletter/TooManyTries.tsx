import { useLocale, useTranslations } from 'next-intl'
import { frontPath } from '#addresses/paths.ts'
import { slot } from '#request/slots.ts'
import { NewsletterNotice } from './NewsletterNotice.tsx'

/** The page of somebody who has to wait before the next try. */
export function TooManyTries() {
  const t = useTranslations('newsletter')
  const locale = useLocale()
  return (
    <NewsletterNotice title={t('tooMany.title')}>
      <p className="letter-alert">{t('tooMany.text', { minutes: slot('minutes') })}</p>
      <p>
        <a className="letter-link" href={frontPath(locale)}>
          {t('front')}
        </a>
      </p>
    </NewsletterNotice>
  )
}
