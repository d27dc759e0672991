import type { ReactNode } from 'react'
import type { BlockNode, Heading, ListItem, Paragraph, PullQuote, Quote } from '#body/body.ts'
import { directionOf } from '#i18n/text-direction.ts'
import styles from './Blocks.module.css'
import type { BodyContext } from './body-context.ts'
import { drawFigure, drawGallery } from './draw-figure.tsx'
import { drawInlines } from './draw-inlines.tsx'
import { drawTable } from './draw-table.tsx'
import { drawVideo } from './draw-video.tsx'
import { textOf } from './plain-text.ts'

/** Blocks one after another. `end` stands behind the last word when the last block is a paragraph. */
export function drawBlocks(
  nodes: readonly BlockNode[],
  context: BodyContext,
  end: ReactNode = null,
): ReactNode[] {
  const last = nodes.length - 1
  return nodes.map((node, index) => drawBlock(node, String(index), context, index === last ? end : null))
}

function drawBlock(node: BlockNode, key: string, context: BodyContext, end: ReactNode): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return drawParagraph(node, key, context, end)
    case 'heading':
      return drawHeading(node, key, context)
    case 'bulletList':
      return (
        <ul key={key} className={styles.list}>
          {drawItems(node.content, context)}
        </ul>
      )
    case 'orderedList':
      return (
        <ol key={key} className={styles.list} start={node.attrs.start === 1 ? undefined : node.attrs.start}>
          {drawItems(node.content, context)}
        </ol>
      )
    case 'blockquote':
      return drawQuote(node, key, context)
    case 'pullQuote':
      return drawPullQuote(node, key, context)
    case 'codeBlock':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer.
        <pre key={key} className={styles.code} dir="ltr" translate="no" tabIndex={0}>
          <code data-language={node.attrs.language ?? undefined}>{node.content?.[0].text}</code>
        </pre>
      )
    case 'table':
      return drawTable(node, key, context)
    case 'horizontalRule':
      return <hr key={key} className={styles.rule} />
    case 'figure':
      return drawFigure(node, key, context)
    case 'gallery':
      return drawGallery(node, key, context)
    case 'video':
      return drawVideo(node, key, context)
  }
}

function drawParagraph(node: Paragraph, key: string, context: BodyContext, end: ReactNode): ReactNode {
  if (!node.content?.length && !end) return null
  return (
    <p key={key}>
      {drawInlines(node.content, context.direction)}
      {end}
    </p>
  )
}

function drawHeading(node: Heading, key: string, context: BodyContext): ReactNode {
  /* An empty heading is a stop without a name for whoever travels by headings. */
  if (textOf(node).trim() === '') return null
  const Level = `h${node.attrs.level}` as const
  return (
    <Level key={key} id={context.headingIds.get(node)}>
      {drawInlines(node.content, context.direction)}
    </Level>
  )
}

function drawItems(items: readonly ListItem[], context: BodyContext): ReactNode[] {
  return items.map((item, index) => {
    const [first, ...rest] = item.content
    const isTight = first?.type === 'paragraph' && rest.every(node => node.type !== 'paragraph')
    return (
      <li key={String(index)}>
        {isTight && drawInlines(first.content, context.direction)}
        {drawBlocks(isTight ? rest : item.content, context)}
      </li>
    )
  })
}

function drawQuote(node: Quote, key: string, context: BodyContext): ReactNode {
  const { lang, cite } = node.attrs
  const isForeign = lang !== null && lang !== context.locale
  const direction = isForeign ? directionOf(lang) : context.direction
  return (
    <figure key={key} className={styles.quote} data-foreign={isForeign || undefined}>
      <blockquote lang={isForeign ? lang : undefined} dir={isForeign ? direction : undefined}>
        {drawBlocks(node.content, { ...context, direction })}
      </blockquote>
      {drawSource(cite)}
    </figure>
  )
}

function drawPullQuote(node: PullQuote, key: string, context: BodyContext): ReactNode {
  return (
    <figure key={key} className={styles.pullQuote}>
      <blockquote>{drawBlocks(node.content, context)}</blockquote>
      {drawSource(node.attrs.cite)}
    </figure>
  )
}

function drawSource(cite: string | null): ReactNode {
  return (
    cite && (
      <figcaption>
        <bdi>{cite}</bdi>
      </figcaption>
    )
  )
}
