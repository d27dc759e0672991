/** Somebody else's word on one of our mails. */
export type MailReport = {
  /** `leave`: the reader has left by mail, as programs do that know no other way. */
  kind: 'bounce' | 'complaint' | 'leave'
  /** `hard`: nothing will ever reach the address, or its owner wants nothing more; `soft`: it may work another time. */
  severity: 'hard' | 'soft'
  /** The edition of the mail, 0 for a mail of no edition; null when nothing in the report proves which it was. */
  edition: number | null
  /** Null together with `edition`: then the report has only the address, and its sender vouches for it. */
  subscriber: number | null
  /** The address as the report writes it. After forwarding it is another one than the subscriber's. */
  address: string | null
  /** The enhanced status code (RFC 3463). */
  status: string | null
  /** The reason in the words of the other server, shortened. */
  text: string
}
