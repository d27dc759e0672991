import { readDkimKey } from '#domain/distribution/newsletter/deliverability/dkim-key.ts'
import type { Settings } from '#settings/settings.ts'
import type { MailTransport } from './mail-transport.ts'
import { outboxTransport } from './outbox-transport.ts'
import { smtpTransport } from './smtp-transport.ts'

export type TransportSettings = Pick<
  Settings,
  'dataDir' | 'smtpUrl' | 'mailDkimKey' | 'mailDkimSelector' | 'mailRate' | 'mailConnections'
>

/**
 * The way for mail out of this portal: the mail server that is set, or files in the data folder. `senderDomain` is the
 * domain that signs.
 * @throws ExpectedError `mailKey` when the key that signs cannot be used
 */
export async function makeTransport(
  settings: TransportSettings,
  senderDomain: string,
): Promise<MailTransport> {
  const { dataDir, smtpUrl, mailDkimKey, mailDkimSelector, mailRate, mailConnections } = settings
  if (smtpUrl === null) return outboxTransport(dataDir)
  const key = mailDkimKey === null ? null : await readDkimKey(mailDkimKey)
  return smtpTransport({
    url: smtpUrl,
    connections: mailConnections,
    perSecond: mailRate,
    dkim: key && {
      domainName: senderDomain,
      keySelector: mailDkimSelector,
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  })
}
