import { setTimeout as wait } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { ExpectedError } from '#errors/expected-error.ts'
import { isThisMachine } from '#settings/local-host.ts'
import type { MailReport } from './mail-report.ts'
import { expectedMailboxError } from './mailbox-error.ts'
import { MOST_BYTES } from './parse-mail.ts'
import { readReportMail } from './read-report-mail.ts'

export type MailboxCounts = {
  /** Mails that were read and moved away, and how many of them were reports on our mails. */
  read: number
  reports: number
  /** Mails that were flagged for a person. */
  flagged: number
  /** Mails that wait for the next time. */
  waiting: number
}

export type MailboxPoll = {
  /** imap:// or imaps:// with user and password. */
  url: string
  /** The keys of the tokens in our mails, older ones included. */
  keys: readonly Buffer[]
  /** Takes the reports of one mail. A mail whose reports it could not take is read again the next time. */
  take: (reports: MailReport[]) => Promise<void>
  limits?: Partial<MailboxLimits>
}

type MailboxLimits = {
  /** The most mails at a time. */
  mails: number
  /** The longest that the whole of it may take. */
  wholeMs: number
}

const LIMITS: MailboxLimits = { mails: 500, wholeMs: 120_000 }
const CONNECT_MS = 10_000
const SILENCE_MS = 30_000
const FOLDER = 'Processed'

/**
 * Reads the new mails of an inbox, oldest first. Those that a program understands go to the folder Processed once the
 * callback has returned; everything else stays where it is, unread, with a flag, and is not read again.
 * @throws ExpectedError of the family `mailbox` when the server cannot be reached or refuses
 */
export async function pollMailbox({ url, keys, take, limits }: MailboxPoll): Promise<MailboxCounts> {
  const { mails, wholeMs } = { ...LIMITS, ...limits }
  const client = connectionTo(url)
  const atEnd = new AbortController()
  const isLate = wait(wholeMs, true, { signal: atEnd.signal }).catch(() => false)
  const ended = isLate.then(late => {
    if (late) client.close()
    return late
  })
  let isTaking = false
  try {
    await client.connect()
    return await readInbox(client, mails, async source => {
      const mail = await readReportMail(source, keys)
      isTaking = true
      if (mail.reports.length > 0) await take(mail.reports)
      isTaking = false
      return mail
    })
  } catch (error) {
    if (isTaking) throw error
    atEnd.abort()
    if (await ended)
      throw new ExpectedError('mailbox.timeout', { host: new URL(url).host, seconds: wholeMs / 1000 })
    throw expectedMailboxError(error, url)
  } finally {
    atEnd.abort()
    client.close()
  }
}

function connectionTo(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const isSecure = protocol === 'imaps:'
  const client = new ImapFlow({
    ...{ host, port: Number(port) || (isSecure ? 993 : 143), secure: isSecure },
    /* The password crosses no network in clear text, and a server of this machine has no certificate to trust. */
    ...(!isSecure && { doSTARTTLS: !isThisMachine(hostname) }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    ...{ logger: false, disableAutoIdle: true },
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    ...{ maxLiteralSize: 4 * MOST_BYTES, maxResponseSize: 8 * MOST_BYTES, maxLineLength: 8 * MOST_BYTES },
  })
  /* The command that is under way fails as well and says more. */
  client.on('error', () => undefined)
  return client
}

type Understand = (source: Buffer) => ReturnType<typeof readReportMail>

async function readInbox(client: ImapFlow, most: number, understand: Understand): Promise<MailboxCounts> {
  const counts: MailboxCounts = { read: 0, reports: 0, flagged: 0, waiting: 0 }
  await client.mailboxOpen('INBOX')
  const found = await client.search({ seen: false, flagged: false, deleted: false }, { uid: true })
  const uids = (found || []).toSorted((a, b) => a - b)
  if (uids.length === 0) return counts
  const folder = await folderIn(client)
  for (const uid of uids.slice(0, most)) {
    const mail = await client.fetchOne(
      String(uid),
      { source: { start: 0, maxLength: MOST_BYTES } },
      { uid: true },
    )
    /* Another program has moved it meanwhile. */
    if (!mail || mail.source === undefined) continue
    const { kind, reports } = await understand(mail.source)
    counts.reports += reports.length
    if (kind === 'report' || kind === 'automatic') {
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
      await client.messageMove(String(uid), folder, { uid: true })
      counts.read += 1
    } else {
      await client.messageFlagsAdd(String(uid), ['\\Flagged'], { uid: true })
      counts.flagged += 1
    }
  }
  counts.waiting = Math.max(0, uids.length - most)
  await client.logout()
  return counts
}

/* Its name may begin with INBOX, as the server arranges folders. */
async function folderIn(client: ImapFlow): Promise<string> {
  const folders = await client.list()
  const known = folders.find(({ name, flags }) => name === FOLDER && !flags.has('\\Noselect'))
  return known?.path ?? (await client.mailboxCreate([FOLDER])).path
}
