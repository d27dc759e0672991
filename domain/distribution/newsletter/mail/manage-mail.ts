import type { Locale } from '#i18n/locales.ts'
import { translator } from '#i18n/translator.ts'
import { linkMail } from './link-mail.ts'
import type { MailContent, MailSite } from './mail-content.ts'

/** Leads subscribers to their own choices and data. */
export function manageMail({
  locale,
  site,
  url,
}: {
  locale: Locale
  site: MailSite
  url: string
}): MailContent {
  const t = translator(locale, 'mail')
  return linkMail({
    locale,
    site,
    url,
    words: {
      subject: t('manage.subject', { site: site.names[locale] }),
      preview: t('manage.preview'),
      title: t('manage.title'),
      text: t('manage.text'),
      button: t('manage.button'),
      validity: t('manage.validity'),
      why: t('manage.why'),
    },
  })
}
