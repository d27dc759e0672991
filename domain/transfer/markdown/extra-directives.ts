import type { RootContent } from 'mdast'
import type { Audio, BlockNode, Details, Embed, FileBlock, InfoBox } from '#body/body.ts'
import { secureAddressFault } from '#body/links.ts'
import { bodyOf, captionOf, type Directive, filled, labelOf, languageOf } from './directive-parts.ts'
import { inlinesOf } from './markdown-inlines.ts'
import type { MarkdownReading } from './markdown-reading.ts'

type Blocks = (nodes: RootContent[], reading: MarkdownReading) => BlockNode[]

/** `::embed{url="https://..." title="..."}` */
export function embedOf(node: Directive, reading: MarkdownReading): Embed[] {
  const { title, poster } = node.attributes ?? {}
  const url = addressOf(node, reading)
  if (url === null) {
    if (!node.attributes?.url) reading.mistake(node, 'embed takes url=...')
    return []
  }
  const attrs = {
    url,
    title: title ?? '',
    poster: poster ? reading.refer(node, { kind: 'picture', file: poster }) : null,
  }
  return [{ type: 'embed', attrs, ...captionOf(node, reading) }]
}

/** `::audio{file=talk.mp3 title="..."}`, or `url=` of a recording elsewhere. */
export function audioOf(node: Directive, reading: MarkdownReading): Audio {
  const { file, title, seconds } = node.attributes ?? {}
  if (typeof file !== 'string' && typeof node.attributes?.url !== 'string')
    reading.mistake(node, 'audio takes file=... or url=...')
  if (seconds && !/^\d{1,6}$/.test(seconds))
    reading.mistake(node, `seconds is "${seconds}"; expected a whole number`)
  return {
    type: 'audio',
    attrs: {
      media: file ? reading.refer(node, { kind: 'audio', file }) : null,
      url: addressOf(node, reading),
      title: title ?? '',
      seconds: seconds && /^\d{1,6}$/.test(seconds) ? Number(seconds) : null,
    },
    ...captionOf(node, reading),
  }
}

/** `::file{file=report.pdf title="..."}` */
export function fileOf(node: Directive, reading: MarkdownReading): FileBlock {
  const { file, title } = node.attributes ?? {}
  if (typeof file !== 'string') reading.mistake(node, 'file takes file=...')
  const media = file ? reading.refer(node, { kind: 'file', file }) : null
  return { type: 'file', attrs: { media, title: title ?? '' } }
}

function addressOf(node: Directive, reading: MarkdownReading): string | null {
  const url = node.attributes?.url
  return url && reading.address(node, secureAddressFault(url), 'url', 'https://...') ? url : null
}

/** `:::info[Heading]` around blocks. */
export function infoBoxOf(node: Directive, reading: MarkdownReading, blocks: Blocks): InfoBox {
  const heading = inlinesOf(labelOf(node), reading)
  const content = filled(blocks(bodyOf(node), reading))
  return {
    type: 'infoBox',
    attrs: languageOf(node, reading),
    content: heading.length > 0 ? [{ type: 'infoBoxHeading', content: heading }, ...content] : content,
  }
}

/** `:::details[Summary]` around blocks. */
export function detailsOf(node: Directive, reading: MarkdownReading, blocks: Blocks): Details {
  const label = inlinesOf(labelOf(node), reading)
  const isPlain = (inline: (typeof label)[number]) =>
    inline.type !== 'footnote' && !inline.marks?.some(mark => mark.type === 'link')
  if (!label.every(isPlain))
    reading.mistake(node, 'a summary is pressed to open the rest; it takes neither links nor footnotes')
  const summary = label.filter(isPlain) as Details['content'][0]['content']
  return {
    type: 'details',
    attrs: languageOf(node, reading),
    content: [{ type: 'detailsSummary', content: summary }, ...filled(blocks(bodyOf(node), reading))],
  }
}

/** `:::lang{lang=fr}` around blocks that Markdown gives no attributes: paragraphs, headings and lists. */
export function blocksInLanguage(node: Directive, reading: MarkdownReading, blocks: Blocks): BlockNode[] {
  const language = languageOf(node, reading)
  if (Object.keys(language).length === 0) reading.mistake(node, 'lang takes lang=..., dir=... or both')
  return blocks(bodyOf(node), reading).map(block => {
    switch (block.type) {
      case 'paragraph':
      case 'bulletList':
        return { ...block, attrs: { ...language, ...block.attrs } }
      case 'heading':
        return { ...block, attrs: { ...language, ...block.attrs } }
      case 'orderedList':
        return { ...block, attrs: { ...language, ...block.attrs } }
      default:
        reading.mistake(
          node,
          ':::lang holds paragraphs, headings and lists; others have lang=... of their own',
        )
        return block
    }
  })
}
