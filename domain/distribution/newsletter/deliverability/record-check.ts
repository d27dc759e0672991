/** A record of the DNS as an administrator adds it. */
export type WantedRecord = { name: string; type: 'TXT' | 'MX'; value: string }

/** The state of one of the records by which other servers tell our mail from forged mail. */
export type RecordCheck = {
  record: 'spf' | 'dkim' | 'dmarc' | 'mx'
  /** The name that was asked for. */
  name: string
  /** `unknown`: the DNS gave no answer, or nothing in it tells. */
  state: 'ok' | 'missing' | 'wrong' | 'unknown'
  /** One sentence: the observation, and the remedy where there is something to do. */
  what: string
  /** The records of this kind that there are. */
  found: string[]
  /** The record to add, or to put in the place of what is there; null where nothing is to be done or can be known. */
  add: WantedRecord | null
}
