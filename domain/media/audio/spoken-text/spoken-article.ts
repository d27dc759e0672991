import type { Body, InlineNode } from '#body/body.ts'
import { inlineText } from '#body/plain-text.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import type { SpokenBlock } from './spoken-block.ts'
import { spokenRuns } from './spoken-runs.ts'

export type ToldHeadline = { locale: Locale; headline: string; standfirst: string }
type Told = ToldHeadline & { body: Body }

type Node = {
  type: string
  attrs?: Readonly<Record<string, unknown>>
  content?: readonly Node[]
}

/* They are for the eye, or are read where they stand: pictures and their captions, tables, sounds, code. */
const SILENT = new Set([
  ...['figure', 'gallery', 'video', 'embed', 'audio', 'file'],
  ...['table', 'codeBlock', 'horizontalRule', 'footnote'],
])

/** The headline and the standfirst of an article, as a voice says them. */
export function spokenHeadline({ locale, headline, standfirst }: ToldHeadline): SpokenBlock[] {
  return [...block('headline', headline, locale), ...block('standfirst', standfirst, locale)]
}

/** An article as a voice says it: headline, standfirst and text, without what only the eye can take in. */
export function spokenArticle(article: Told): SpokenBlock[] {
  const { locale, body } = article
  const said = wordsOf(plainParagraphs(body).join('\n'))
  return [...spokenHeadline(article), ...body.content.flatMap(node => blocksOf(node as Node, locale, said))]
}

/* `said` is what the paragraphs say: a quotation that was only pulled out of them is not said twice. */
function blocksOf(node: Node, around: Locale, said: string): SpokenBlock[] {
  if (SILENT.has(node.type)) return []
  const locale = languageOf(node, around)
  const children = () => (node.content ?? []).flatMap(child => blocksOf(child, locale, said))
  switch (node.type) {
    case 'paragraph':
      return block('paragraph', textOf(node), locale)
    case 'heading':
    case 'infoBoxHeading':
    case 'detailsSummary':
      return block('heading', textOf(node), locale)
    case 'verse':
      return block('paragraph', verseText(node), locale)
    case 'pullQuote':
      return said.includes(wordsOf((node.content ?? []).map(textOf).join('\n'))) ? [] : children()
    default:
      return children()
  }
}

function block(kind: SpokenBlock['kind'], text: string, locale: Locale): SpokenBlock[] {
  const runs = spokenRuns(text, locale)
  return runs.some(run => /[\p{L}\p{N}]/u.test(run.text)) ? [{ kind, runs }] : []
}

function languageOf({ attrs }: Node, around: Locale): Locale {
  return isLocale(attrs?.lang) ? attrs.lang : around
}

const textOf = (node: Node) => inlineText(node.content as InlineNode[] | undefined)

/* A short rest after each line, and a longer one after each stanza. */
function verseText(node: Node): string {
  return (node.content ?? [])
    .map(line => (line.content ?? []).map(textOf).join('، '))
    .map(line => (line.replace(/[،\s]/g, '') === '' ? '.' : `${line}،`))
    .join(' ')
    .replace(/،(?=\s*(?:\.|$))/g, '.')
}

function plainParagraphs(node: { type: string; content?: unknown }): string[] {
  if (node.type === 'paragraph') return [textOf(node as Node)]
  if (node.type === 'pullQuote' || SILENT.has(node.type)) return []
  return ((node.content ?? []) as Node[]).flatMap(plainParagraphs)
}

/* Two texts say the same when their words do, whatever their marks and quotation marks. */
const wordsOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
