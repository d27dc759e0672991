export type MailHeader = readonly [name: string, value: string]

/* RFC 5322, 2.1.1, without the line's end. */
const MAX_LINE = 998

const NAME = /^[!-9;-~]+$/
const VALUE = /^[\x20-\x7e]+$/

/**
 * A header as one line, exactly as given: folding would tear an address apart in programs that do not join it again.
 * Everything that could begin another header is refused.
 */
export function headerLine([name, value]: MailHeader): string {
  const line = `${name}: ${value}`
  if (!NAME.test(name) || !VALUE.test(value))
    throw new Error(`The header ${JSON.stringify(name)} is malformed`)
  if (line.length > MAX_LINE) throw new Error(`The header ${name} is too long`)
  return `${line}\r\n`
}

export function isAscii(value: string): boolean {
  return VALUE.test(value)
}

/** The text, if no control character stands in it. */
export function withoutControls(text: string, name: string): string {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) throw new Error(`${name} has a control character`)
  return text
}

/* Everything that ends an address or begins another one. An international local part stays, for SMTPUTF8. */
const ADDRESS = /^[^\p{C}\p{Z}<>()[\]\\,;:"@]+@[A-Za-z0-9.-]+$/u

/** The recipient's line, with the bare address: a name would have to be quoted, and no client shows one's own. */
export function recipientLine(to: string): string {
  if (!ADDRESS.test(to)) throw new Error('The address of the recipient is malformed')
  return `To: <${to}>\r\n`
}

const MESSAGE_ID = /^[!-;=?-~]+@[!-;=?-~]+$/

/** The line with the identifier of a message, which may come with or without its angle brackets. */
export function messageIdLine(messageId: string): string {
  const bare = /^<(.*)>$/.exec(messageId)?.[1] ?? messageId
  if (!MESSAGE_ID.test(bare)) throw new Error('The identifier of the message is malformed')
  return `Message-ID: <${bare}>\r\n`
}
