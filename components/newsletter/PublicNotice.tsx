import { useLocale, useTranslations } from 'next-intl'
import type { NewsletterPageName } from '#addresses/newsletter-pages.ts'
import { frontPath, newsletterPath } from '#addresses/paths.ts'
import { NewsletterNotice } from './NewsletterNotice.tsx'

/** The pages after a form, the same for everybody: a mail is on its way, a reader has left, or was forgotten. */
export function PublicNotice({ name }: { name: NewsletterPageName }) {
  const t = useTranslations('newsletter')
  const locale = useLocale()
  const again = (text: React.ReactNode) => <a href={newsletterPath(locale)}>{text}</a>
  return (
    <NewsletterNotice title={t(`${name}.title`)}>
      <p className="letter-standfirst">{t(`${name}.text`)}</p>
      <p className="letter-note">{t.rich(`${name}.note`, { again })}</p>
      <p>
        <a className="letter-link" href={frontPath(locale)}>
          {t('front')}
        </a>
      </p>
    </NewsletterNotice>
  )
}
