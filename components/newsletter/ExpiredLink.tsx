import { useLocale, useTranslations } from 'next-intl'
import { newsletterPath } from '#addresses/paths.ts'
import { AddressError, checkedField } from './AddressError.tsx'
import { AddressRow } from './AddressRow.tsx'
import { NewsletterNotice } from './NewsletterNotice.tsx'

/** The page of a link whose 48 hours are over, or that was never one: it asks where to send a new link. */
export function ExpiredLink() {
  const t = useTranslations('newsletter.expired')
  const locale = useLocale()
  return (
    <NewsletterNotice title={t('title')}>
      <p className="letter-note">{t('text')}</p>
      <form
        method="post"
        action={newsletterPath(locale, 'link')}
        acceptCharset="utf-8"
        className="letter-address"
      >
        <AddressRow submit={t('button')} field={checkedField} error={<AddressError />} />
      </form>
    </NewsletterNotice>
  )
}
