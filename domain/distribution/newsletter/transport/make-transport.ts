import fs from 'node:fs'
import { ExpectedError } from '#errors/expected-error.ts'
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
 * @throws ExpectedError 'mail.dkimKey' when the key cannot be read
 */
export function makeTransport(settings: TransportSettings, senderDomain: string): MailTransport {
  const { dataDir, smtpUrl, mailDkimKey, mailDkimSelector, mailRate, mailConnections } = settings
  if (smtpUrl === null) return outboxTransport(dataDir)
  return smtpTransport({
    url: smtpUrl,
    connections: mailConnections,
    perSecond: mailRate,
    dkim:
      mailDkimKey === null
        ? null
        : { domainName: senderDomain, keySelector: mailDkimSelector, privateKey: readKey(mailDkimKey) },
  })
}

function readKey(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    throw new ExpectedError('mail.dkimKey', { file }, { cause: error })
  }
}
