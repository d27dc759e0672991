import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { type ErrorCode, ExpectedError } from '#errors/expected-error.ts'
import { isLanguageTag } from './language-tag.ts'
import { type AddressFault, linkFault, pageAddressFault, secureAddressFault } from './links.ts'

type AttributeCode = Extract<ErrorCode, `body.attribute.${string}`>

/**
 * An attribute with `isSparse` is absent from the canonical form while it is null. Attributes that were added after
 * bodies had been stored must be sparse, or every stored body gets another hash.
 */
export type BodyAttribute = AttributeSpec & { isSparse?: true }

/** An attribute with its validation and its default. Without a default it is required. */
function attribute(
  code: AttributeCode,
  isValid: (value: unknown) => boolean,
  fallback?: unknown,
): BodyAttribute {
  return {
    ...(fallback === undefined ? {} : { default: fallback }),
    validate: value => {
      if (!isValid(value)) throw new ExpectedError(code)
    },
  }
}

const isText = (value: unknown) => typeof value === 'string'
const isRow = (value: unknown) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0
const isWhole = (value: unknown, from: number, to: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
const isTag = (value: unknown) => typeof value === 'string' && isLanguageTag(value)
const orNull = (isValid: (value: unknown) => boolean) => (value: unknown) => value === null || isValid(value)

const optionalText = attribute('body.attribute.textOrNull', orNull(isText), null)
const optionalRow = attribute('body.attribute.mediaOrNull', orNull(isRow), null)
const optionalLanguage = attribute('body.attribute.languageOrNull', orNull(isTag), null)
const language = {
  lang: { ...optionalLanguage, isSparse: true },
  dir: {
    ...attribute(
      'body.attribute.direction',
      value => value === null || value === 'ltr' || value === 'rtl',
      null,
    ),
    isSparse: true,
  },
} satisfies Record<string, BodyAttribute>
const isSecure = (value: unknown) => typeof value === 'string' && secureAddressFault(value) === null
const optionalAddress = (fault: (href: string) => AddressFault | null) =>
  attribute(
    'body.attribute.addressOrNull',
    orNull(value => typeof value === 'string' && fault(value) === null),
    null,
  )
const span = attribute('body.attribute.span', value => isWhole(value, 1, 100), 1)
const cellAttributes = {
  colspan: span,
  rowspan: span,
  align: attribute(
    'body.attribute.align',
    orNull(value => value === 'start' || value === 'center' || value === 'end'),
    null,
  ),
}

/* ProseMirror fills a required and empty place with the first block of this list; otherwise their order is free. */
const nodes = {
  doc: { content: 'block*' },
  paragraph: { group: 'block', content: 'inline*', attrs: language },
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: attribute('body.attribute.level', value => isWhole(value, 2, 4)), ...language },
  },
  bulletList: { group: 'block', content: 'listItem+', attrs: language },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: {
      start: attribute('body.attribute.start', value => isWhole(value, 0, 999_999_999), 1),
      ...language,
    },
  },
  listItem: { content: 'block+' },
  blockquote: {
    group: 'block',
    content: 'block+',
    attrs: { lang: optionalLanguage, dir: language.dir, cite: optionalText },
  },
  pullQuote: { group: 'block', content: 'paragraph+', attrs: { cite: optionalText, ...language } },
  codeBlock: {
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    attrs: {
      language: attribute(
        'body.attribute.codeLanguage',
        orNull(value => typeof value === 'string' && /^[^\s`]+$/.test(value)),
        null,
      ),
    },
  },
  table: { group: 'block', content: 'tableRow+', attrs: { caption: optionalText, ...language } },
  tableRow: { content: '(tableCell | tableHeader)+' },
  tableCell: { content: 'block+', attrs: cellAttributes },
  tableHeader: { content: 'block+', attrs: cellAttributes },
  horizontalRule: { group: 'block' },
  figure: {
    group: 'block',
    content: 'inline*',
    attrs: {
      media: optionalRow,
      source: optionalText,
      alt: attribute('body.attribute.text', isText, ''),
      credit: optionalText,
      href: optionalAddress(linkFault),
    },
  },
  gallery: { group: 'block', content: 'figure+' },
  video: {
    group: 'block',
    content: 'inline*',
    attrs: {
      media: optionalRow,
      url: optionalAddress(pageAddressFault),
      poster: optionalRow,
      title: attribute('body.attribute.text', isText, ''),
    },
  },
  embed: {
    group: 'block',
    content: 'inline*',
    attrs: {
      url: attribute('body.attribute.secureAddress', isSecure),
      title: attribute('body.attribute.text', isText, ''),
      poster: optionalRow,
    },
  },
  audio: {
    group: 'block',
    content: 'inline*',
    attrs: {
      media: optionalRow,
      url: attribute('body.attribute.secureAddressOrNull', orNull(isSecure), null),
      title: attribute('body.attribute.text', isText, ''),
      seconds: attribute(
        'body.attribute.seconds',
        orNull(value => isWhole(value, 0, 999_999)),
        null,
      ),
    },
  },
  file: {
    group: 'block',
    attrs: { media: optionalRow, title: attribute('body.attribute.text', isText, '') },
  },
  verse: { group: 'block', content: 'verseLine+', attrs: { cite: optionalText, ...language } },
  verseLine: { content: 'hemistich{1,2}' },
  hemistich: { content: '(text | footnote)*' },
  infoBox: { group: 'block', content: 'infoBoxHeading? block+', attrs: language },
  infoBoxHeading: { content: 'inline*' },
  details: { group: 'block', content: 'detailsSummary block+', attrs: language },
  detailsSummary: {
    content: '(text | hardBreak)*',
    marks: 'foreign bold italic strike subscript superscript code',
  },
  text: { group: 'inline' },
  hardBreak: { group: 'inline', inline: true },
  footnote: { group: 'inline', inline: true, content: 'text*' },
} satisfies Record<string, NodeSpec>

/* Marks are stored and nested in this order, outermost first. */
const marks = {
  link: { attrs: { href: attribute('body.attribute.address', isText) } },
  foreign: { attrs: { lang: attribute('body.attribute.language', isTag) } },
  bold: {},
  italic: {},
  strike: {},
  subscript: {},
  superscript: {},
  code: {},
} satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** The one schema of bodies, with TipTap's names. body.ts has its types. */
export const bodySchema: Schema<NodeName, MarkName> = new Schema({ nodes, marks, topNode: 'doc' })
