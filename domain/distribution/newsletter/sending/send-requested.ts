import {
  changeClaimed,
  claimRequests,
  type NewsletterRequest,
  recoverRequests,
} from '#db/queries/newsletter/requests.ts'
import { write } from '#db/write.ts'
import { hashLinkToken, LINK_MS, newLinkToken } from '#domain/distribution/newsletter/keys/link-token.ts'
import type { MailTransport, Sent } from '#domain/distribution/newsletter/transport/mail-transport.ts'
import { nextAttempt } from './put-off.ts'
import { decideRequest, requestedMessage } from './requested-mail.ts'

const CLAIMED_AT_ONCE = 20

type Sending = { transport: MailTransport; holder: string; signal: AbortSignal }

export type RequestRound = { sent: number; unreachable: string | null }

/** Sends the mails that readers have asked for, until none is due, or the mail server is out of reach. */
export async function sendRequested({ transport, holder, signal }: Sending): Promise<RequestRound> {
  const round: RequestRound = { sent: 0, unreachable: null }
  await write(recoverRequests)
  while (!signal.aborted && round.unreachable === null) {
    const now = new Date()
    const claimed = await write(tx => claimRequests(tx, { holder, now, most: CLAIMED_AT_ONCE }))
    if (claimed.length === 0) break
    const waiting = [...claimed]
    const work = async () => {
      for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift())
        if (round.unreachable === null) await sendOne(next, { transport, holder, round })
    }
    await Promise.all(Array.from({ length: Math.min(transport.atOnce, CLAIMED_AT_ONCE) }, work))
    await write(recoverRequests)
  }
  return round
}

async function sendOne(
  request: NewsletterRequest,
  { transport, holder, round }: Pick<Sending, 'transport' | 'holder'> & { round: RequestRound },
): Promise<void> {
  const now = new Date()
  const own = { id: request.id, holder }
  const mail = await decideRequest(request)
  if (!mail) {
    await write(tx => changeClaimed(tx, own, { state: 'nothing', holder: null }))
    return
  }
  /* The token exists in this mail alone. A mail that is made anew has another one. */
  const token = newLinkToken()
  const message = await requestedMessage(request, { mail, token, now })
  const linked = await write(tx =>
    changeClaimed(tx, own, {
      tokenHash: hashLinkToken(token),
      expiresAt: new Date(now.getTime() + LINK_MS),
      ...(mail.kind === 'manage'
        ? { subscriberId: mail.subscriberId }
        : {
            kind: 'confirm',
            newsletters: [...mail.wanted.newsletters],
            language: mail.wanted.language,
            form: mail.wanted.form,
            wording: mail.wanted.wording,
          }),
    }),
  )
  if (!linked) return
  const sent = await transport.send(message, () => write(tx => changeClaimed(tx, own, { state: 'handed' })))
  await note(sent, { request, holder, round })
}

async function note(
  sent: Sent,
  { request, holder, round }: { request: NewsletterRequest; holder: string; round: RequestRound },
): Promise<void> {
  const settle = (set: Parameters<typeof changeClaimed>[2]) =>
    write(tx =>
      changeClaimed(tx, { id: request.id, holder, from: ['claimed', 'handed'] }, { ...set, holder: null }),
    )
  switch (sent.kind) {
    case 'sent':
      round.sent += 1
      await settle({ state: 'sent' })
      return
    case 'refused':
      await settle({ state: 'refused' })
      return
    case 'unanswered':
      await settle({ state: 'unconfirmed' })
      return
    case 'deferred':
    case 'broken': {
      const nextAt = nextAttempt(request.attempts, new Date())
      await settle(nextAt ? { state: 'waiting', nextAt } : { state: 'refused' })
      return
    }
    case 'unreachable':
    case 'sender-refused':
      round.unreachable = sent.answer
      await settle({ state: 'waiting', nextAt: new Date(), attempts: request.attempts - 1 })
      return
    case 'abandoned':
      return
  }
}
