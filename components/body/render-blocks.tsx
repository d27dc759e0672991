import type { ReactNode } from 'react'
import type {
  BlockNode,
  BulletList,
  Heading,
  ListItem,
  OrderedList,
  Paragraph,
  PullQuote,
  Quote,
} from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { directionOf } from '#i18n/text-direction.ts'
import styles from './Blocks.module.css'
import { blockLanguage } from './block-language.ts'
import type { BodyContext } from './body-context.ts'
import { renderAudio, renderFile } from './render-attachment.tsx'
import { renderDetails, renderInfoBox } from './render-box.tsx'
import { renderEmbed } from './render-embed.tsx'
import { renderFigure, renderGallery } from './render-figure.tsx'
import { renderInlines } from './render-inlines.tsx'
import { renderTable } from './render-table.tsx'
import { renderVerse } from './render-verse.tsx'
import { renderVideo } from './render-video.tsx'

/**
 * Blocks one after another. `end` stands behind the last word of the last block; where that is not text, such as a
 * picture, there is no end.
 */
export function renderBlocks(
  nodes: readonly BlockNode[],
  context: BodyContext,
  end: ReactNode = null,
): ReactNode[] {
  const last = nodes.length - 1
  return nodes.map((node, index) => renderBlock(node, String(index), context, index === last ? end : null))
}

function renderBlock(node: BlockNode, key: string, context: BodyContext, end: ReactNode): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return renderParagraph(node, key, context, end)
    case 'heading':
      return renderHeading(node, key, context)
    case 'bulletList':
    case 'orderedList':
      return renderList(node, key, context, end)
    case 'blockquote':
      return renderQuote(node, key, context, end)
    case 'pullQuote':
      return renderPullQuote(node, key, context)
    case 'codeBlock':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable without a pointer.
        <pre key={key} className={styles.code} dir="ltr" translate="no" tabIndex={0}>
          <code data-language={node.attrs.language ?? undefined}>{node.content?.[0].text}</code>
        </pre>
      )
    case 'table':
      return renderTable(node, key, context)
    case 'horizontalRule':
      return <hr key={key} className={styles.rule} />
    case 'figure':
      return renderFigure(node, key, context)
    case 'gallery':
      return renderGallery(node, key, context)
    case 'video':
      return renderVideo(node, key, context)
    case 'embed':
      return renderEmbed(node, key, context)
    case 'audio':
      return renderAudio(node, key, context)
    case 'file':
      return renderFile(node, key, context)
    case 'verse':
      return renderVerse(node, key, context)
    case 'infoBox':
      return renderInfoBox(node, key, context)
    case 'details':
      return renderDetails(node, key, context)
  }
}

function renderParagraph(node: Paragraph, key: string, context: BodyContext, end: ReactNode): ReactNode {
  if (!node.content?.length && !end) return null
  const { attributes, inner } = blockLanguage(node.attrs, context)
  return (
    <p key={key} {...attributes}>
      {renderInlines(node.content, inner)}
      {end}
    </p>
  )
}

function renderHeading(node: Heading, key: string, context: BodyContext): ReactNode {
  /* An empty heading is a nameless stop for readers who navigate by headings. */
  if (textOf(node).trim() === '') return null
  const { attributes, inner } = blockLanguage(node.attrs, context)
  const Level = `h${node.attrs.level}` as const
  return (
    <Level key={key} id={context.headingIds.get(node)} {...attributes}>
      {renderInlines(node.content, inner)}
    </Level>
  )
}

function renderList(
  node: BulletList | OrderedList,
  key: string,
  context: BodyContext,
  end: ReactNode,
): ReactNode {
  const { attributes, inner } = blockLanguage(node.attrs, context)
  const className = attributes ? `${styles.list} ${attributes.className}` : styles.list
  const items = renderItems(node.content, inner, end)
  if (node.type === 'bulletList') {
    return (
      <ul key={key} {...attributes} className={className}>
        {items}
      </ul>
    )
  }
  const { start } = node.attrs
  return (
    <ol key={key} {...attributes} className={className} start={start === 1 ? undefined : start}>
      {items}
    </ol>
  )
}

function renderItems(items: readonly ListItem[], context: BodyContext, end: ReactNode): ReactNode[] {
  return items.map((item, index) => {
    const [first, ...rest] = item.content
    const isTight = first?.type === 'paragraph' && rest.every(node => node.type !== 'paragraph')
    const own = index === items.length - 1 ? end : null
    return (
      <li key={String(index)}>
        {isTight && renderInlines(first.content, context)}
        {isTight && rest.length === 0 && own}
        {renderBlocks(isTight ? rest : item.content, context, own)}
      </li>
    )
  })
}

function renderQuote(node: Quote, key: string, context: BodyContext, end: ReactNode): ReactNode {
  const { lang, cite, dir } = node.attrs
  const isForeign = lang !== null && lang !== context.locale
  const direction = dir ?? (isForeign ? directionOf(lang) : context.direction)
  return (
    <figure key={key} className={styles.quote} data-foreign={isForeign || undefined}>
      <blockquote lang={isForeign ? lang : undefined} dir={isForeign || dir ? direction : undefined}>
        {renderBlocks(node.content, { ...context, direction }, cite ? null : end)}
      </blockquote>
      {renderSource(cite, context, end)}
    </figure>
  )
}

function renderPullQuote(node: PullQuote, key: string, context: BodyContext): ReactNode {
  const { attributes, inner } = blockLanguage(node.attrs, context)
  return (
    <figure key={key} className={styles.pullQuote}>
      <blockquote lang={attributes?.lang} dir={attributes?.dir}>
        {renderBlocks(node.content, inner)}
      </blockquote>
      {renderSource(node.attrs.cite, context)}
    </figure>
  )
}

function renderSource(cite: string | null, { direction }: BodyContext, end: ReactNode = null): ReactNode {
  return (
    cite && (
      <figcaption>
        {isolated(cite, direction)}
        {end}
      </figcaption>
    )
  )
}
