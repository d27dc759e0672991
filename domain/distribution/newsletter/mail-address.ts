import { domainToASCII } from 'node:url'

/**
 * An e-mail address that is safe to write to. `key` is the same for all spellings of one mailbox; `needsUtf8` says that
 * only servers with SMTPUTF8 (RFC 6531) can deliver to it.
 */
export type MailAddress = { kind: 'address'; address: string; key: string; needsUtf8: boolean }

export type WrongAddress = {
  kind: 'wrong'
  /** `empty`, `too-long` (RFC 5321, 4.5.3.1), `malformed`, or `forbidden` with a character that could inject headers. */
  reason: 'empty' | 'too-long' | 'forbidden' | 'malformed'
}

const MAX_LOCAL_BYTES = 64
const MAX_BYTES = 254
const MAX_LABEL = 63

/* Quoted local parts are legal and used by nobody, and every one of these characters ends or splits a header somewhere. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs},;:"`<>()[\]\\]/u
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_{|}~]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_{|}~]+)*$/u
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/**
 * Reads an address as a person types it. Space around it does not count. An international domain becomes its ASCII form
 * (RFC 5890), so only an international local part needs SMTPUTF8.
 */
export function readMailAddress(typed: string): MailAddress | WrongAddress {
  const text = typed.replace(/^[ \t]+|[ \t]+$/g, '').normalize('NFC')
  if (text === '') return { kind: 'wrong', reason: 'empty' }
  if (Buffer.byteLength(text) > MAX_BYTES * 4) return { kind: 'wrong', reason: 'too-long' }
  if (FORBIDDEN.test(text)) return { kind: 'wrong', reason: 'forbidden' }
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  if (at < 1 || !LOCAL.test(local)) return { kind: 'wrong', reason: 'malformed' }
  const domain = asciiDomain(text.slice(at + 1))
  if (domain === null) return { kind: 'wrong', reason: 'malformed' }
  const address = `${local}@${domain}`
  if (Buffer.byteLength(local) > MAX_LOCAL_BYTES || Buffer.byteLength(address) > MAX_BYTES)
    return { kind: 'wrong', reason: 'too-long' }
  return {
    kind: 'address',
    address,
    key: address.toLowerCase(),
    needsUtf8: /[^\x20-\x7e]/.test(local),
  }
}

/* Null for anything but a name of at least two labels: no address literal, no number, no host of this machine. */
function asciiDomain(domain: string): string | null {
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(domain)) return null
  const ascii = domainToASCII(domain)
  const labels = ascii.split('.')
  const last = labels.at(-1) ?? ''
  const isName = labels.length > 1 && labels.every(label => label.length <= MAX_LABEL && LABEL.test(label))
  return isName && /[a-z]/.test(last) && last.length > 1 ? ascii : null
}
