const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
}

/** Text of a title or an excerpt: without tags, with entities read. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[name] ?? whole
      return letterOf(decimal ? Number(decimal) : Number.parseInt(hex, 16))
    })
    .replace(/\s+/g, ' ')
    .trim()
}

/* As browsers do: what is no letter is one that cannot be read. PostgreSQL would refuse the whole text. */
function letterOf(codePoint: number): string {
  const isNone = codePoint === 0 || codePoint > 0x10_ff_ff || (codePoint >= 0xd8_00 && codePoint <= 0xdf_ff)
  return isNone ? '\ufffd' : String.fromCodePoint(codePoint)
}
