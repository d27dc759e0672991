import { randomUUID } from 'node:crypto'
import { reader } from '#db/open.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { compileMail, fillMail } from '#domain/distribution/newsletter/mail/mail-template.ts'
import type { MailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { domainOf, mailSender } from '#domain/distribution/newsletter/mail-sender.ts'
import { newsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { Message } from '#domain/distribution/newsletter/transport/mail-transport.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import { translator } from '#i18n/translator.ts'
import { settings } from '#settings/settings.ts'

/** A mail by which an administrator sees that mails arrive. */
export async function testMessage(address: MailAddress, locale: Locale, now: Date): Promise<Message> {
  const frame = await siteFrame(locale)
  const sender = mailSender(await newsletterSettings(reader()), settings(), {
    locale,
    siteName: frame.site.name,
  })
  const t = translator(locale, 'mail')
  const { dir } = locales[locale]
  const align = dir === 'rtl' ? 'right' : 'left'
  const words = t('test.text', { site: frame.site.name })
  const template = await compileMail(
    {
      subject: t('test.subject', { site: frame.site.name }),
      preview: '',
      text: `${words}\n`,
      html: `<!doctype html><html lang="${locale}" dir="${dir}"><body><p dir="${dir}" align="${align}">${words}</p></body></html>`,
    },
    {
      locale,
      from: sender,
      replyTo: sender.replyTo,
      date: now,
      more: [['Auto-Submitted', 'auto-generated']],
    },
  )
  const raw = fillMail(template, {
    to: address.address,
    messageId: `<test.${randomUUID()}@${domainOf(sender.address)}>`,
    values: {},
  })
  return { from: sender.address, to: address.address, raw }
}
