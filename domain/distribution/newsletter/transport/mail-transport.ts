/** A finished message and where it goes. `from` is the envelope's sender, to which it comes back. */
export type Message = { from: string; to: string; raw: Buffer }

/** Answers whether the last byte may leave. It is asked once all others have. */
export type HandOver = () => Promise<boolean>

/** The outcome of a message. `answer` holds the words of the mail server, or of the fault. */
export type Sent =
  | { kind: 'sent' }
  /** The server will never take it. `isMailbox` says that the mailbox is not there, rather than that it was not liked. */
  | { kind: 'refused'; answer: string; isMailbox: boolean }
  /** The server does not take it now. */
  | { kind: 'deferred'; answer: string }
  /** It was not handed over, because it may not leave any more. */
  | { kind: 'abandoned' }
  /** No server was there. `isLasting` says that another try would not help now. */
  | { kind: 'unreachable'; answer: string; isLasting: boolean }
  /** The server was there and broke off before the last byte. */
  | { kind: 'broken'; answer: string }
  /** The server takes nothing at all from this sender. */
  | { kind: 'sender-refused'; answer: string }
  /** The last byte has left, and no answer came. */
  | { kind: 'unanswered'; answer: string }

/** A way for mail out of the portal. */
export type MailTransport = {
  /** So many messages may be on their way at once. */
  atOnce: number
  send: (message: Message, handOver: HandOver) => Promise<Sent>
  /** Ends connections that are idle, and after some seconds the others as well. */
  close: () => Promise<void>
}
