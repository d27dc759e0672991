type Mode = 'markup' | 'cdata' | 'comment' | 'instruction'

const OPENINGS = new Map<string, Mode>([
  ['<![CDATA[', 'cdata'],
  ['<!--', 'comment'],
  ['<?', 'instruction'],
])
const CLOSINGS: { [mode in Exclude<Mode, 'markup'>]: string } = {
  cdata: ']]>',
  comment: '-->',
  instruction: '?>',
}
const OPENING_OR_AMPERSAND = /<!\[CDATA\[|<!--|<\?|&/g
const REFERENCE = /^&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/i
const LONGEST_REFERENCE = '&#1114111;'.length
/* Upper bound of the length of an opening, a closing or a reference that the end of a piece may cut. */
const LONGEST_TOKEN = LONGEST_REFERENCE

/**
 * Finds ampersands that start no reference. The parser itself would read on to the next semicolon, perhaps at the end
 * of a file of gigabytes, and report the error there.
 */
export class AmpersandGuard {
  private mode: Mode = 'markup'
  private held = ''

  /**
   * Takes the next piece of text. Returns the part that can be parsed now, and whether a bare ampersand follows it.
   */
  next(piece: string, isLast = false): { text: string; isBare: boolean } {
    const text = this.held + piece
    this.held = ''
    let at = 0
    for (;;) {
      const found = this.find(text, at)
      if (found === null) break
      if (text[found] === '&') {
        const rest = text.slice(found, found + LONGEST_REFERENCE)
        if (!isLast && !rest.includes(';') && rest.length < LONGEST_REFERENCE) return this.hold(text, found)
        if (!REFERENCE.test(rest)) return { text: text.slice(0, found), isBare: true }
        at = found + 1
        continue
      }
      at = this.switchMode(text, found)
    }
    return isLast ? { text, isBare: false } : this.hold(text, Math.max(at, text.length - LONGEST_TOKEN))
  }

  private find(text: string, from: number): number | null {
    if (this.mode === 'markup') {
      OPENING_OR_AMPERSAND.lastIndex = from
      return OPENING_OR_AMPERSAND.exec(text)?.index ?? null
    }
    const found = text.indexOf(CLOSINGS[this.mode], from)
    return found < 0 ? null : found
  }

  /* Switches the mode at this position and returns the position after the opening or closing. */
  private switchMode(text: string, at: number): number {
    if (this.mode !== 'markup') {
      const { length } = CLOSINGS[this.mode]
      this.mode = 'markup'
      return at + length
    }
    const opening = [...OPENINGS.keys()].find(each => text.startsWith(each, at)) ?? ''
    this.mode = OPENINGS.get(opening) ?? 'markup'
    return at + opening.length
  }

  private hold(text: string, from: number): { text: string; isBare: boolean } {
    this.held = text.slice(from)
    return { text: text.slice(0, from), isBare: false }
  }
}
