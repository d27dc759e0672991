import { createHmac, timingSafeEqual } from 'node:crypto'

/** The delivery that a mail belongs to: an edition, or 0 for a mail of no edition, and a subscriber. */
export type Delivery = { edition: number; subscriber: number }

/* 100 bits: with two numbers of 16 digits, the local part of a return path stays under 64 bytes (RFC 5321, 4.5.3.1.1). */
const MARK_HEX = 25
const MARK_LETTERS = 20

/* Some servers change case or put words of their own before an address (SRS, BATV), so only the token itself counts. */
const TOKEN = String.raw`(\d{1,16})\.(\d{1,16})\.([0-9a-v]{20})@`
const RETURN_PATH = new RegExp(String.raw`bounce\+${TOKEN}`, 'gi')
const MESSAGE_ID = new RegExp(String.raw`(?<![\w+.-])${TOKEN}`, 'gi')

/* A mail with a thousand tokens comes from somebody who guesses. */
const MOST_TOKENS = 20

/** The address to which a mail comes back when it cannot be delivered. It names the delivery and cannot be invented. */
export function returnPath(delivery: Delivery, { key, domain }: { key: Buffer; domain: string }): string {
  return `bounce+${tokenOf(delivery, key)}@${domain}`
}

/** The Message-ID of a delivery, which is the same whenever its mail is sent. */
export function messageId(delivery: Delivery, { key, domain }: { key: Buffer; domain: string }): string {
  return `<${tokenOf(delivery, key)}@${domain}>`
}

/** The delivery of the first return path of ours in a text, such as a header; null when none was made with one of the keys. */
export function readReturnPath(text: string, keys: readonly Buffer[]): Delivery | null {
  return firstToken(text, RETURN_PATH, keys)
}

/** The delivery of the first Message-ID of ours in a text; null when none was made with one of the keys. */
export function readMessageId(text: string, keys: readonly Buffer[]): Delivery | null {
  return firstToken(text, MESSAGE_ID, keys)
}

function firstToken(text: string, pattern: RegExp, keys: readonly Buffer[]): Delivery | null {
  for (const [index, [, edition, subscriber, mark = '']] of [...text.matchAll(pattern)].entries()) {
    if (index >= MOST_TOKENS) return null
    const delivery = { edition: Number(edition), subscriber: Number(subscriber) }
    const isSafe = Number.isSafeInteger(delivery.edition) && Number.isSafeInteger(delivery.subscriber)
    const isOurs = (key: Buffer) =>
      timingSafeEqual(Buffer.from(mark.toLowerCase()), Buffer.from(markOf(delivery, key)))
    if (isSafe && keys.some(isOurs)) return delivery
  }
  return null
}

function tokenOf(delivery: Delivery, key: Buffer): string {
  return `${delivery.edition}.${delivery.subscriber}.${markOf(delivery, key)}`
}

function markOf({ edition, subscriber }: Delivery, key: Buffer): string {
  const digest = createHmac('sha256', key).update(`delivery ${edition}.${subscriber}`).digest('hex')
  return BigInt(`0x${digest.slice(0, MARK_HEX)}`)
    .toString(32)
    .padStart(MARK_LETTERS, '0')
}
