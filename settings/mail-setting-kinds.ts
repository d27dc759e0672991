/** Kinds of values of the settings of mail. */
import { domainToASCII } from 'node:url'

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])$/
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*$/
const LEAST_SECRET_BYTES = 16

/** Describes the expected value of a setting that `isMailServer` refuses. */
export function mailServer(kind: 'smtp' | 'imap', example: string): string {
  return `the address of a mail server that begins with ${kind}:// or ${kind}s://, with user and password percent-encoded and without a path, such as ${example}`
}

/** Whether a text is the address of a mail server, whose user and password can be decoded. */
export function isMailServer(value: string, kind: 'smtp' | 'imap'): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const isBare = (url.pathname === '' || url.pathname === '/') && !/[?#]/.test(value)
  const isKind = url.protocol === `${kind}:` || url.protocol === `${kind}s:`
  return isKind && isBare && HOST.test(url.hostname) && url.port !== '0' && hasReadableUser(url)
}

/** The same for a server that lets nobody in without a password. */
export function isMailServerWithUser(value: string, kind: 'smtp' | 'imap'): boolean {
  if (!isMailServer(value, kind)) return false
  const { username, password } = new URL(value)
  return username !== '' && password !== ''
}

function hasReadableUser({ username, password }: URL): boolean {
  if (username === '') return password === ''
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(username) + decodeURIComponent(password))
  } catch {
    return false
  }
}

/** The ASCII form of a domain of mail; null for anything else, and for a name without a dot. */
export function toMailDomain(value: string): string | null {
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(value)) return null
  const domain = domainToASCII(value)
  const labels = domain.split('.')
  const isName = labels.length > 1 && domain.length <= 253 && labels.every(label => LABEL.test(label))
  return isName && /[a-z]/.test(labels.at(-1) ?? '') ? domain : null
}

/** The address that mail can come from, its domain in ASCII; null for anything else. */
export function toSender(value: string): string | null {
  const at = value.lastIndexOf('@')
  const local = value.slice(0, at)
  const domain = toMailDomain(value.slice(at + 1))
  return at > 0 && at <= 64 && LOCAL.test(local) && domain ? `${local}@${domain}` : null
}

/** Whether a text can be the name of a DKIM key in the DNS. */
export function isDkimSelector(value: string): boolean {
  return value.length <= 63 && value.split('.').every(label => LABEL.test(label.toLowerCase()))
}

/** Whether a text is a secret of Standard Webhooks. */
export function isWebhookSecret(value: string): boolean {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? []
  return base64 !== undefined && Buffer.from(base64, 'base64').length >= LEAST_SECRET_BYTES
}
