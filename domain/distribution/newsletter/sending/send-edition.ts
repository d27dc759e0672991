import { reader } from '#db/open.ts'
import { type ClaimedDelivery, claimDeferred, claimNext } from '#db/queries/newsletter/claims.ts'
import { handOver, type Outcome, releaseClaims, settleDeliveries } from '#db/queries/newsletter/deliveries.ts'
import { changeEdition, type Edition, editionById, editionTextsOf } from '#db/queries/newsletter/editions.ts'
import { type Tx, write } from '#db/write.ts'
import { noteBounceIn } from '#domain/distribution/newsletter/bounces/note-bounce.ts'
import type {
  MailTransport,
  Message,
  Sent,
} from '#domain/distribution/newsletter/transport/mail-transport.ts'
import type { Locale } from '#i18n/locales.ts'
import { type EditionMail, editionMails } from './edition-mails.ts'
import { finishEdition } from './finish-edition.ts'
import { Ledger } from './ledger.ts'
import { nextAttempt } from './put-off.ts'

type Sending = {
  transport: MailTransport
  holder: string
  signal: AbortSignal
}

/** The end of a round of sending. `unreachable` names the fault of the mail server. */
export type Round = { sent: number; unreachable: string | null }

/* On SQLite a claim stops the whole process: with 300 for 35 ms, with 100 for less than 10. */
const CLAIMED_AT_ONCE = 100
/* A server that likes nothing of an edition would like nothing of the rest. */
const REFUSALS_IN_A_ROW = 25
/* One that puts everything off is asked for the rest later: otherwise an hour's limit would wear out everybody's tries. */
const DEFERRALS_IN_A_ROW = 25
/* A connection may break, and the next one hold. */
const FAULTS_IN_A_ROW = 10
/* A message at which a server always breaks off would otherwise keep the edition from its end for ever. */
const SOON_AGAIN = 3

/**
 * Sends an edition to whoever is left: first to those it was put off for, then to the next subscribers. It ends when
 * nobody is left for now, when the server is out of reach, when the edition is stopped, or with the signal.
 */
export async function sendEdition(edition: Edition, sending: Sending): Promise<Round> {
  const texts = await editionTextsOf(reader(), edition.id)
  const mails = await editionMails(edition, texts)
  const round = new EditionRound(edition, mails, sending)
  return round.run(texts.map(({ locale }) => locale))
}

class EditionRound {
  private readonly round: Round = { sent: 0, unreachable: null }
  private readonly ledger: Ledger<Outcome>
  private readonly queue: ClaimedDelivery[] = []
  private refusals = 0
  private deferrals = 0
  private faults = 0
  private isStopped = false
  private isEmpty = false
  private claiming: Promise<void> | null = null

  constructor(
    private readonly edition: Edition,
    private readonly mails: Map<Locale, EditionMail>,
    private readonly sending: Sending,
  ) {
    const own = { editionId: edition.id, holder: sending.holder }
    const books = {
      handOver: (tx: Tx, subscriberIds: number[]) => handOver(tx, { ...own, subscriberIds }),
      settle: (tx: Tx, outcomes: Outcome[]) => settleDeliveries(tx, own, outcomes),
    }
    this.ledger = new Ledger(books, sending.transport.atOnce)
  }

  async run(locales: Locale[]): Promise<Round> {
    const { transport, holder } = this.sending
    const editionId = this.edition.id
    try {
      const workers = Array.from({ length: transport.atOnce }, () => this.work(locales))
      await Promise.all(workers)
      await this.ledger.flush()
    } finally {
      this.isStopped = true
      await write(tx => releaseClaims(tx, { editionId, holder }))
    }
    /* After a stop as well: another process may have ended the edition while answers were still to come. */
    await finishEdition(editionId, locales)
    return this.round
  }

  private async work(locales: Locale[]): Promise<void> {
    for (;;) {
      if (this.isStopped || this.sending.signal.aborted) return
      const next = this.queue.shift() ?? (await this.claimAndTake(locales))
      if (!next) return
      await this.deliver(next)
    }
  }

  private async claimAndTake(locales: Locale[]): Promise<ClaimedDelivery | null> {
    while (!this.isEmpty && !this.isStopped) {
      this.claiming ??= this.claim(locales).finally(() => {
        this.claiming = null
      })
      await this.claiming
      const next = this.queue.shift()
      if (next) return next
    }
    return this.queue.shift() ?? null
  }

  private async claim(locales: Locale[]): Promise<void> {
    const { holder } = this.sending
    const claimed = await write(async tx => {
      const edition = await editionById(tx, this.edition.id)
      if (edition?.state !== 'sending') return null
      const claim = { edition, locales, holder, now: new Date(), most: CLAIMED_AT_ONCE }
      const deferred = await claimDeferred(tx, claim)
      return deferred.length > 0 ? deferred : (await claimNext(tx, claim)).claimed
    })
    if (claimed === null) this.isStopped = true
    else if (claimed.length === 0) this.isEmpty = true
    else this.queue.push(...claimed)
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    const mail = this.mails.get(delivery.locale)
    if (!mail) return
    const sent = await this.send(mail, delivery)
    this.note(sent, delivery)
    if (sent.kind === 'refused') await this.noteRefusal(sent, delivery)
    if (sent.kind === 'deferred' && nextAttempt(delivery.attempts + 1, new Date()) === null)
      await this.noteBounce(delivery, 'soft', sent.answer)
    if (sent.kind === 'sender-refused') await this.pause(sent.answer)
    if (sent.kind === 'abandoned') await this.stopUnlessOnItsWay()
  }

  /* A reader whose mail cannot be made holds up nobody else. */
  private async send(mail: EditionMail, delivery: ClaimedDelivery): Promise<Sent> {
    let message: Message
    try {
      message = mail.to(delivery)
    } catch (error) {
      return { kind: 'refused', answer: `It could not be made: ${String(error)}`, isMailbox: false }
    }
    return this.sending.transport.send(message, () => this.ledger.handOver(delivery.subscriberId))
  }

  private note(sent: Sent, { subscriberId, attempts }: ClaimedDelivery): void {
    if (sent.kind === 'sent') {
      this.round.sent += 1
      this.refusals = 0
      this.deferrals = 0
    }
    if (sent.kind === 'unreachable' || sent.kind === 'broken') this.noteFault(sent)
    else {
      this.faults = 0
      this.round.unreachable = null
    }
    if (sent.kind === 'deferred' && ++this.deferrals >= DEFERRALS_IN_A_ROW) this.giveUp(sent.answer)
    const outcome = outcomeOf(sent, attempts)
    /* A delivery without one stays claimed, and the end of the round gives it back. */
    if (outcome) this.ledger.settle({ subscriberId, ...outcome })
  }

  private noteFault(fault: Extract<Sent, { kind: 'unreachable' | 'broken' }>): void {
    this.faults += 1
    this.round.unreachable = fault.answer
    const isLasting = fault.kind === 'unreachable' && fault.isLasting
    if (isLasting || this.faults >= FAULTS_IN_A_ROW) this.giveUp(fault.answer)
  }

  private giveUp(answer: string): void {
    this.round.unreachable = answer
    this.isStopped = true
  }

  private async noteRefusal(sent: Extract<Sent, { kind: 'refused' }>, { subscriberId }: ClaimedDelivery) {
    if (sent.isMailbox) await this.noteBounce({ subscriberId }, 'hard', sent.answer)
    this.refusals = sent.isMailbox ? 0 : this.refusals + 1
    if (this.refusals >= REFUSALS_IN_A_ROW) await this.pause(sent.answer)
  }

  private noteBounce(
    { subscriberId }: Pick<ClaimedDelivery, 'subscriberId'>,
    severity: 'hard' | 'soft',
    answer: string,
  ): Promise<void> {
    return write(tx => noteBounceIn(tx, { subscriberId, severity, answer }))
  }

  /* One reader may have left; but when the edition was stopped, none of its mails may leave. */
  private async stopUnlessOnItsWay(): Promise<void> {
    const edition = await editionById(reader(), this.edition.id)
    if (edition?.state !== 'sending' || this.ledger.hasFailed) this.isStopped = true
  }

  /* A person looks at it before more readers are bothered, or the sender's name suffers. */
  private async pause(failure: string): Promise<void> {
    this.isStopped = true
    await write(tx =>
      changeEdition(
        tx,
        { id: this.edition.id, from: ['sending'] },
        { state: 'paused', failure: withoutAddresses(failure) },
      ),
    )
  }
}

function outcomeOf(sent: Sent, before: number): Omit<Outcome, 'subscriberId'> | null {
  const attempts = before + 1
  switch (sent.kind) {
    case 'sent':
      return { state: 'sent', answer: null }
    case 'refused':
      return { state: 'refused', answer: sent.answer, attempts }
    case 'unanswered':
      return { state: 'unconfirmed', answer: sent.answer, attempts }
    case 'deferred':
    case 'broken': {
      const isSoon = sent.kind === 'broken' && attempts <= SOON_AGAIN
      const nextAt = isSoon ? new Date() : nextAttempt(attempts, new Date())
      return nextAt
        ? { state: 'waiting', answer: sent.answer, attempts, nextAt }
        : { state: 'refused', answer: sent.answer, attempts }
    }
    case 'unreachable':
      /* Its last byte has not left, even where that was written down already. */
      return { state: 'waiting', answer: sent.answer, attempts: before, nextAt: new Date() }
    case 'abandoned':
    case 'sender-refused':
      return null
  }
}

/* The edition outlasts its readers, whose addresses mail servers like to repeat. */
const withoutAddresses = (answer: string) => answer.replace(/[^\s<>@]+@[^\s<>]+/g, '…')
