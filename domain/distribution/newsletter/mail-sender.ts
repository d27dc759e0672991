import type { NewsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Settings } from '#settings/settings.ts'

export type MailSender = { name: string; address: string; replyTo: string | null }

/** The sender of mails in a language: as the newsletters' settings say, else PRESS_MAIL_FROM, else the site's own name. */
export function mailSender(
  { senderNames, senderAddress, replyTo }: NewsletterSettings,
  { mailFrom, siteUrl }: Pick<Settings, 'mailFrom' | 'siteUrl'>,
  { locale, siteName }: { locale: Locale; siteName: string },
): MailSender {
  return {
    name: senderNames[locale] ?? siteName,
    address: senderAddress ?? mailFrom ?? `newsletter@${new URL(siteUrl).hostname.replace(/^www\./, '')}`,
    replyTo,
  }
}

/** The domain of an address. */
export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)
