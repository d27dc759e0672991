const ENTITIES = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
  ['hellip', '…'],
  ['rsquo', '’'],
  ['lsquo', '‘'],
])

/** The plain text of a title or an excerpt: tags removed, entities decoded. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES.get(name) ?? whole
      return letterOf(decimal ? Number(decimal) : Number.parseInt(hex, 16))
    })
    .replace(/\s+/g, ' ')
    .trim()
}

/* As in browsers, an invalid code point becomes U+FFFD. PostgreSQL would refuse the whole text. */
function letterOf(codePoint: number): string {
  const isNone = codePoint === 0 || codePoint > 0x10_ff_ff || (codePoint >= 0xd8_00 && codePoint <= 0xdf_ff)
  return isNone ? '\ufffd' : String.fromCodePoint(codePoint)
}
