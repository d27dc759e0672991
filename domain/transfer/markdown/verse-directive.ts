import type { Hemistich, InlineNode, Verse, VerseLine } from '#body/body.ts'
import { bodyOf, type Directive, languageOf } from './directive-parts.ts'
import { CAESURA, inlinesOf } from './markdown-inlines.ts'
import type { MarkdownReading } from './markdown-reading.ts'

/* Stands between two stanzas, and alone in an empty verse. */
const EMPTY_LINE: VerseLine = { type: 'verseLine', content: [{ type: 'hemistich' }] }

/** Reads `:::verse` around the lines of a poem: a paragraph is a stanza, `||` separates the halves of a line. */
export function verseOf(node: Directive, reading: MarkdownReading): Verse {
  const lines = bodyOf(node).flatMap((child, index): VerseLine[] => {
    if (child.type !== 'paragraph') {
      reading.mistake(child, 'a verse holds lines of text only')
      return []
    }
    const inlines = reading.inVerse(() => inlinesOf(child.children, reading))
    const stanza = splitAt(inlines, inline => inline.type === 'hardBreak' && inline !== CAESURA)
    return [...(index > 0 ? [EMPTY_LINE] : []), ...stanza.map(line => lineOf(line, child, reading))]
  })
  const attrs = { cite: node.attributes?.cite ?? null, ...languageOf(node, reading) }
  return { type: 'verse', attrs, content: lines.length > 0 ? lines : [EMPTY_LINE] }
}

function lineOf(
  line: InlineNode[],
  child: Parameters<MarkdownReading['mistake']>[0],
  reading: MarkdownReading,
) {
  const halves = splitAt(line, inline => inline === CAESURA).map(
    content => ({ type: 'hemistich', content }) as Hemistich,
  )
  if (halves.length > 2) reading.mistake(child, 'a line of verse has two halves at most, parted by one ||')
  return { type: 'verseLine', content: halves.slice(0, 2) } as VerseLine
}

function splitAt(inlines: InlineNode[], isEnd: (node: InlineNode) => boolean): InlineNode[][] {
  const parts: InlineNode[][] = [[]]
  for (const inline of inlines) {
    if (isEnd(inline)) parts.push([])
    else parts.at(-1)?.push(inline)
  }
  return parts
}
