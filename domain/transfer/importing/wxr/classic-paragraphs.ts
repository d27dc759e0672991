const BLOCK =
  'address|article|aside|blockquote|center|dd|details|dir|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|iframe|li|main|menu|nav|noscript|object|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio'

const AROUND_BLOCKS = new RegExp(`\\s*(</?(?:${BLOCK})(?:\\s[^>]*)?/?>)\\s*`, 'gi')
const BLOCK_PIECE = new RegExp(`^</?(?:${BLOCK})[\\s>/]`, 'i')
const VERBATIM = /<(pre|script|style|textarea)\b[^>]*>[\s\S]*?<\/\1>/gi
/**
 * Writes the paragraphs of classic WordPress text as HTML. There, an empty line separates paragraphs and a single
 * line break is a `<br>`. Text between block tags, in `<pre>` and in scripts stays as it is.
 */
export function classicToHtml(source: string): string {
  const kept: string[] = []
  const text = source
    .replace(/\r\n?/g, '\n')
    .replace(VERBATIM, match => `\n\n\ue000${kept.push(match) - 1}\ue000\n\n`)
    .replace(/<!--more[^>]*-->|<!--nextpage-->/g, mark => `\n\n${mark}\n\n`)
    .replace(AROUND_BLOCKS, '\n\n$1\n\n')
  const html = text
    .split(/\n\s*\n/)
    .map(piece => piece.trim())
    .filter(Boolean)
    .map(wrap)
    .join('\n')
  return html.replace(/\ue000(\d+)\ue000/g, (_, index) => kept[Number(index)] ?? '')
}

function wrap(piece: string): string {
  if (BLOCK_PIECE.test(piece) || /^\ue000\d+\ue000$/.test(piece) || /^<!--/.test(piece)) return piece
  return `<p>${piece.replace(/\s*<br\s*\/?>\s*\n?/gi, '<br>').replace(/\n/g, '<br>')}</p>`
}

/** Whether a text was written in the block editor. */
export function hasBlocks(source: string): boolean {
  return source.includes('<!-- wp:')
}
