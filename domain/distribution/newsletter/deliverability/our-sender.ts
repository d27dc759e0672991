import { domainOf } from '#domain/distribution/newsletter/mail-sender.ts'
import type { Settings } from '#settings/settings.ts'
import type { Sender } from './check-sender.ts'
import { readDkimKey } from './dkim-key.ts'

/**
 * The sender that the settings make of an address.
 * @throws ExpectedError of the family `mailKey` when the key that they name cannot be used
 */
export async function ourSender(address: string, settings: Settings): Promise<Sender> {
  const { smtpUrl, mailImapUrl, mailDkimKey, mailDkimSelector, mailBounceDomain } = settings
  return {
    domain: domainOf(address).toLowerCase(),
    bounceDomain: mailBounceDomain,
    relay: smtpUrl && new URL(smtpUrl).hostname,
    mailbox: mailImapUrl && new URL(mailImapUrl).hostname,
    selector: mailDkimSelector,
    key: mailDkimKey ? await readDkimKey(mailDkimKey) : null,
  }
}
