import { reader } from '#db/open.ts'
import { domainOf, mailSender } from '#domain/distribution/newsletter/mail-sender.ts'
import { newsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { defaultLocale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'
import type { MailTransport } from './mail-transport.ts'
import { makeTransport } from './make-transport.ts'

/**
 * Works with the way for mail out of this portal, as the settings are now, and closes it afterwards.
 * @throws ExpectedError `mailKey` when the key that signs cannot be used
 */
export async function withTransport<Result>(
  work: (transport: MailTransport) => Promise<Result>,
): Promise<Result> {
  const sender = mailSender(await newsletterSettings(reader()), settings(), {
    locale: defaultLocale,
    siteName: '',
  })
  const transport = await makeTransport(settings(), domainOf(sender.address))
  try {
    return await work(transport)
  } finally {
    await transport.close()
  }
}
