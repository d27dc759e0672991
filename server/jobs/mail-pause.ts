import { log } from '#server/log.ts'

const FIRST_MS = 5_000
const MOST_MS = 5 * 60_000

/** The time for which a mail server that cannot be reached is left alone: longer each time. Its fault is logged once. */
export class MailPause {
  private untilMs = 0
  private lengthMs = 0
  private fault: string | null = null

  constructor(private readonly job: string) {}

  isOver(now: Date): boolean {
    return now.getTime() >= this.untilMs || this.untilMs - now.getTime() > MOST_MS
  }

  /** Notes how a round ended; `unreachable` names the fault of the server. Where mails were taken, the pause is short. */
  note({ sent, unreachable }: { sent: number; unreachable: string | null }, now = new Date()): void {
    if (sent > 0) this.lengthMs = 0
    if (unreachable === null) {
      if (this.fault !== null) log.warn({ job: this.job }, 'The mail server takes mails again')
      this.fault = null
      this.lengthMs = 0
      return
    }
    if (this.fault !== unreachable)
      log.error({ job: this.job, answer: unreachable }, 'The mail server takes nothing; it is tried again')
    this.fault = unreachable
    this.lengthMs = Math.min(MOST_MS, this.lengthMs * 2 || FIRST_MS)
    this.untilMs = now.getTime() + this.lengthMs
  }

  /** Leaves the server alone for some time without a fault. */
  rest(forMs: number, now = new Date()): void {
    this.untilMs = now.getTime() + forMs
  }
}
