/* RFC 2045, 6.7: a line has at most 76 signs, with the equals sign of a soft break. */
const MOST_BEFORE_BREAK = 75

export const SOFT_BREAK = '=\r\n'

/**
 * A text in quoted-printable, in UTF-8. It begins at the start of a line, and the last line is left open. No character
 * is split between lines.
 */
export function quotedPrintable(text: string): string {
  let encoded = ''
  let length = 0
  for (const sign of text) {
    const piece = PLAIN.test(sign) ? sign : encodedSign(sign)
    if (length + piece.length > MOST_BEFORE_BREAK) {
      encoded += SOFT_BREAK
      length = 0
    }
    encoded += piece
    length += piece.length
  }
  return encoded
}

const PLAIN = /[!-<>-~]/

/* Space, too: it may stand at the end of a line, where relays cut it off. */
function encodedSign(sign: string): string {
  let encoded = ''
  for (const byte of Buffer.from(sign)) encoded += `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return encoded
}
