import PostalMime from 'postal-mime'

type Part = { type: string; content: string }

/** A mail as far as reports need it. */
export type ParsedMail = {
  /** All values of a header, by its name in lower case. */
  header: (name: string) => string[]
  text: string
  /** Parts that are no text to read: statuses, returned headers and returned mails. */
  parts: Part[]
}

/** Reports come before the mail that they return, so the rest of a large one need not be read. */
export const MOST_BYTES = 256 * 1024
/* The parser makes a blob of each line. */
const MOST_LINES = 10_000
const MOST_NESTING = 20
const MOST_HEADER_BYTES = 256 * 1024

/** Parses the beginning of a raw mail; null for one that is no mail or is nested too deeply. */
export async function parseMail(raw: Buffer): Promise<ParsedMail | null> {
  try {
    const mail = await PostalMime.parse(beginning(raw), {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: MOST_NESTING,
      maxHeadersSize: MOST_HEADER_BYTES,
    })
    const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
    const parts = mail.attachments.map(({ mimeType, content }) => ({
      type: mimeType,
      content: String(content).replaceAll('\r\n', '\n'),
    }))
    const text = (mail.text ?? withoutMarkup(mail.html ?? '')).replaceAll('\r\n', '\n')
    return header('from').length > 0 || parts.length > 0 ? { header, text, parts } : null
  } catch {
    return null
  }
}

function beginning(raw: Buffer): Buffer {
  const bytes = raw.subarray(0, MOST_BYTES)
  let end = -1
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    end = bytes.indexOf('\n', end + 1)
    if (end === -1) return bytes
  }
  return bytes.subarray(0, end + 1)
}

function withoutMarkup(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ')
}

/** The value of a header in a block of lines, such as returned headers or a field of a status; null when absent. */
export function fieldOf(block: string, name: string): string | null {
  const lines = block.replace(/\n[ \t]+/g, ' ').split('\n')
  const start = `${name.toLowerCase()}:`
  const line = lines.find(each => each.toLowerCase().startsWith(start))
  return line === undefined ? null : line.slice(start.length).trim()
}
