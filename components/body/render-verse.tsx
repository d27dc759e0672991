import type { ReactNode } from 'react'
import type { Verse, VerseLine } from '#body/body.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { blockLanguage } from './block-language.ts'
import type { BodyContext } from './body-context.ts'
import { renderInlines } from './render-inlines.tsx'

/** A poem: a paragraph for each stanza, with lines of one half or two. */
export function renderVerse(node: Verse, key: string, context: BodyContext): ReactNode {
  const { attributes, inner } = blockLanguage(node.attrs, context)
  const isPaired = node.content.some(line => line.content.length === 2)
  return (
    <figure
      key={key}
      {...attributes}
      className={attributes ? `verse ${attributes.className}` : 'verse'}
      data-paired={isPaired ? '' : undefined}
    >
      {stanzasOf(node.content).map((lines, index) => (
        <p key={String(index)}>{lines.map((line, place) => renderLine(line, String(place), inner))}</p>
      ))}
      {node.attrs.cite && <figcaption>{isolated(node.attrs.cite, inner.direction)}</figcaption>}
    </figure>
  )
}

/* The text itself has line ends and a space between halves, for copying and for screen readers. */
function renderLine({ content: [first, second] }: VerseLine, key: string, context: BodyContext): ReactNode {
  return (
    <span key={key} className="verse-line">
      <span>{renderInlines(first.content, context)}</span>
      {second && ' '}
      {second && <span>{renderInlines(second.content, context)}</span>}
      {'\n'}
    </span>
  )
}

function stanzasOf(lines: readonly VerseLine[]): VerseLine[][] {
  const stanzas: VerseLine[][] = [[]]
  for (const line of lines) {
    if (line.content.every(half => !half.content?.length)) stanzas.push([])
    else stanzas.at(-1)?.push(line)
  }
  return stanzas.filter(stanza => stanza.length > 0)
}
