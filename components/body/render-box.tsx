import type { ReactNode } from 'react'
import type { BlockNode, Details, InfoBox, InfoBoxHeading } from '#body/body.ts'
import { blockLanguage } from './block-language.ts'
import type { BodyContext } from './body-context.ts'
import { renderInlines } from './render-inlines.tsx'

/** A part beside the story, under a heading of its own. */
export function renderInfoBox(node: InfoBox, key: string, context: BodyContext): ReactNode {
  const { attributes, inner } = blockLanguage(node.attrs, context)
  const heading = node.content.find((part): part is InfoBoxHeading => part.type === 'infoBoxHeading')
  const blocks = node.content.filter((part): part is BlockNode => part.type !== 'infoBoxHeading')
  return (
    <aside key={key} {...attributes} className={classes('info-box', attributes)}>
      {heading?.content && <h2>{renderInlines(heading.content, inner)}</h2>}
      {inner.renderBlocks(blocks, inner)}
    </aside>
  )
}

/** A part that readers open; the browser does it without script. */
export function renderDetails(node: Details, key: string, context: BodyContext): ReactNode {
  const { attributes, inner } = blockLanguage(node.attrs, context)
  const [summary, ...blocks] = node.content
  return (
    <details key={key} {...attributes} className={classes('details', attributes)}>
      <summary>{summary.content ? renderInlines(summary.content, inner) : context.t('details')}</summary>
      {inner.renderBlocks(blocks, inner)}
    </details>
  )
}

const classes = (own: string, attributes: { className: string } | undefined) =>
  attributes ? `${own} ${attributes.className}` : own
