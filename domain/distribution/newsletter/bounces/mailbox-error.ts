import { ExpectedError } from '#errors/expected-error.ts'

type Fault = Partial<{
  authenticationFailed: boolean
  tlsFailed: boolean
  code: string
  responseText: string
  message: string
}>

const TLS = /^(?:ERR_(?:TLS|SSL)|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/
const TIMEOUT = /TIMEOUT|^ETIMEDOUT$/i

/** The error of a mailbox in words for an administrator. Neither they nor the cause name the password. */
export function expectedMailboxError(error: unknown, url: string): ExpectedError {
  const { host, username } = new URL(url)
  const { authenticationFailed, tlsFailed, code = '', responseText, message = '' } = (error ?? {}) as Fault
  const reason = oneLine(responseText ?? (code || message))
  if (authenticationFailed)
    return new ExpectedError('mailbox.login', { host, user: decodeURIComponent(username), reason })
  if (tlsFailed || TLS.test(code)) return new ExpectedError('mailbox.tls', { host, reason: code || message })
  if (TIMEOUT.test(code)) return new ExpectedError('mailbox.silent', { host })
  return new ExpectedError(responseText ? 'mailbox.refused' : 'mailbox.connection', { host, reason })
}

/* It stands in brackets amid a sentence. */
function oneLine(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[. ]+$/, '')
}
