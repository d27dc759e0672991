import { z } from 'zod'
import {
  isDkimSelector,
  isMailServer,
  isMailServerWithUser,
  isWebhookSecret,
  mailServer,
  toMailDomain,
  toSender,
} from './mail-setting-kinds.ts'
import { isPath, wholeNumber } from './setting-kinds.ts'

/** The settings of mail that leaves and of mail that comes back. */
export type MailSettings = {
  /** The mail server that takes our mails; null: they become files in the outbox. */
  smtpUrl: string | null
  /** The address that mails come from where the newsletters' settings name none. */
  mailFrom: string | null
  /** Absolute: the file of the private key that signs mails; null: the server signs them, or nobody. */
  mailDkimKey: string | null
  /** The name of that key in the DNS. */
  mailDkimSelector: string
  /** The most mails a second; 0: no limit. */
  mailRate: number
  /** The most connections to the mail server. */
  mailConnections: number
  /** The domain of return paths; null: mails come back to the sender's own address. */
  mailBounceDomain: string | null
  /** The mailbox to which mails come back; null: none is read. */
  mailImapUrl: string | null
  /** The secret with which a provider signs what it says of our mails; null: none is listened to. */
  mailWebhookSecret: string | null
}

/** Their rows of the table of settings. */
export const mailTable = {
  SMTP_URL: {
    expected: mailServer('smtp', 'smtps://user:secret@smtp.example.org:465'),
    schema: z.string().refine(value => isMailServer(value, 'smtp')),
    missing: null,
  },
  PRESS_MAIL_FROM: {
    expected: 'an e-mail address without a name, such as newsletter@news.example.org',
    schema: z.string().transform(toSender).pipe(z.string()),
    missing: null,
  },
  PRESS_MAIL_DKIM_KEY: {
    expected: 'the path of a PEM file with a private key',
    schema: z.string().refine(isPath),
    missing: null,
  },
  PRESS_MAIL_DKIM_SELECTOR: {
    expected: 'letters, digits and hyphens, such as press',
    schema: z.string().refine(isDkimSelector),
    missing: 'press',
  },
  PRESS_MAIL_RATE: {
    expected: 'a whole number of mails a second from 0 (no limit) to 10000',
    schema: wholeNumber(0, 10_000),
    missing: '0',
  },
  PRESS_MAIL_CONNECTIONS: {
    expected: 'a whole number from 1 to 50',
    schema: wholeNumber(1, 50),
    missing: '5',
  },
  PRESS_MAIL_BOUNCES: {
    expected: 'the domain to which mails come back, such as bounces.news.example.org',
    schema: z.string().transform(toMailDomain).pipe(z.string()),
    missing: null,
  },
  PRESS_MAIL_IMAP_URL: {
    expected: mailServer('imap', 'imaps://user:secret@imap.example.org'),
    schema: z.string().refine(value => isMailServerWithUser(value, 'imap')),
    missing: null,
  },
  PRESS_MAIL_WEBHOOK_SECRET: {
    expected: 'the secret of a webhook, whsec_ and at least 16 bytes in base64',
    schema: z.string().refine(isWebhookSecret),
    missing: null,
  },
} as const
