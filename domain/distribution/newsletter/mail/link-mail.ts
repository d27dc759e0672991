import { element, emptyElement, type Markup } from '#domain/distribution/xml/markup.ts'
import type { Locale } from '#i18n/locales.ts'
import { translator } from '#i18n/translator.ts'
import { button } from './mail-button.ts'
import type { MailContent, MailSite } from './mail-content.ts'
import { footRow, imprint, mailDocument, SIDE } from './mail-frame.ts'
import { type MailTables, mailTables } from './mail-tables.ts'
import { htmlWords, PLAIN_RULE, plainWords } from './mail-words.ts'

export type LinkMail = {
  locale: Locale
  site: MailSite
  /** The address behind the button. */
  url: string
  words: {
    subject: string
    preview: string
    title: string
    text: string
    button: string
    /** The time for which the link is good, and that nothing happens without it. */
    validity: string
    /** Why the mail came. */
    why: string
  }
}

/** A mail about one link: a sentence, a button, and the link once more in words for programs without buttons. */
export function linkMail({ locale, site, url, words }: LinkMail): MailContent {
  const tables = mailTables(locale)
  const subject = plainWords(words.subject, locale)
  const preview = plainWords(words.preview, locale)
  const t = translator(locale, 'mail')
  const { row, block } = tables
  const rows = [
    row(
      { padding: `30px ${SIDE}px 8px` },
      block('h1', { type: 'title', ink: 'ink' }, htmlWords(words.title, locale)),
    ),
    row({ padding: `4px ${SIDE}px 20px`, type: 'standfirst', ink: 'ink2' }, htmlWords(words.text, locale)),
    row({ padding: `0 ${SIDE}px 22px` }, button(tables, url, words.button, 'large')),
    row(
      { padding: `0 ${SIDE}px 18px`, type: 'line', ink: 'ink2' },
      htmlWords(t('copyLink'), locale),
      emptyElement('br'),
      writtenLink(tables, url),
    ),
    row({ padding: `0 ${SIDE}px 28px`, type: 'line', ink: 'ink2' }, htmlWords(words.validity, locale)),
    footRow(
      tables,
      site,
      htmlWords(words.why, locale),
      site.privacyUrl ? [{ href: site.privacyUrl, words: t('privacy') }] : [],
    ),
  ]
  const text = [
    plainWords(site.names[locale], locale),
    plainWords(words.title, locale),
    plainWords(words.text, locale),
    `${words.button}\n${url}`,
    plainWords(words.validity, locale),
    PLAIN_RULE,
    plainWords(words.why, locale),
    site.privacyUrl && `${t('privacy')}\n${site.privacyUrl}`,
    plainWords(imprint(site, locale), locale),
  ]
  return {
    subject,
    preview,
    html: mailDocument(tables, { site, subject, preview }, rows),
    text: `${text.filter(Boolean).join('\n\n')}\n`,
  }
}

/* An address is read from left to right in both languages, and breaks wherever it must. */
function writtenLink({ link }: MailTables, url: string): Markup {
  const style = 'display:inline-block;word-break:break-all;direction:ltr;text-align:left'
  return element('span', { dir: 'ltr', style }, link(url, 'accent', 'text-decoration:underline', url))
}
