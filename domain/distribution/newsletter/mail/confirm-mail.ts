import type { Locale } from '#i18n/locales.ts'
import { listParts } from '#i18n/numbers.ts'
import { translator } from '#i18n/translator.ts'
import { linkMail } from './link-mail.ts'
import type { MailContent, MailSite } from './mail-content.ts'
import { oneLine } from './mail-words.ts'

/** The newsletters that somebody asked for, and the language in which they want them. */
type MailChoice = { titles: readonly string[]; language: Locale }

type Confirmation = { locale: Locale; site: MailSite; choice: MailChoice; url: string }

/** Asks for the one step that makes a subscriber: only whoever reads this address can take it. */
export function confirmMail({ locale, site, choice, url }: Confirmation): MailContent {
  const t = translator(locale, 'mail')
  const titles = choice.titles.map(oneLine)
  const [first = site.names[locale]] = titles
  return linkMail({
    locale,
    site,
    url,
    words: {
      subject:
        titles.length > 1
          ? t('confirm.subjectOfSeveral', { site: site.names[locale] })
          : t('confirm.subject', { title: first }),
      preview: t('confirm.preview'),
      title: t('confirm.title'),
      text: t('confirm.text', {
        titles: inOneList(titles, locale),
        language: t(choice.language === 'ar' ? 'confirm.inArabic' : 'confirm.inEnglish'),
      }),
      button: t('confirm.button'),
      validity: t('confirm.validity'),
      why: t('confirm.why'),
    },
  })
}

function inOneList(titles: string[], locale: Locale): string {
  const t = translator(locale, 'mail')
  const named = titles.map(title => t('confirm.named', { title }))
  return listParts(named, locale)
    .map(part => part.value)
    .join('')
}
