/** Finished markup, escaped once. Plain strings are text and are escaped where they enter. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Attributes = Record<string, string | number | null | undefined>
export type Content = Markup | string | number | null | undefined | false | readonly Content[]

/** An element with content, valid as XML and HTML; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, ...content: Content[]): Markup {
  return new Markup(`<${name}${attributesOf(attributes)}>${textOf(content)}</${name}>`)
}

/** An element that never has content, such as `<br/>` and `<link/>`. */
export function emptyElement(name: string, attributes: Attributes = {}): Markup {
  return new Markup(`<${name}${attributesOf(attributes)}/>`)
}

/** Several pieces in sequence. */
export function markup(...content: Content[]): Markup {
  return new Markup(textOf(content))
}

/** Text that stays unescaped in XML, for markup that feed readers take as text. */
export function cdata(text: string): Markup {
  return new Markup(`<![CDATA[${withoutForbidden(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
}

/** A whole document. With a style sheet, a browser shows it as a page. */
export function xmlDocument(root: Markup, stylesheet?: string): string {
  const dress = stylesheet ? `<?xml-stylesheet type="text/css" href="${escaped(stylesheet)}"?>\n` : ''
  return `<?xml version="1.0" encoding="UTF-8"?>\n${dress}${root.text}\n`
}

/** The text without characters that XML forbids: most controls, lone surrogates, U+FFFE and U+FFFF. */
export function withoutForbidden(text: string): string {
  return FORBIDDEN.test(text) ? text.replace(ALL_FORBIDDEN, '') : text
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u
const ALL_FORBIDDEN = new RegExp(FORBIDDEN, 'gu')

function textOf(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Markup) return content.text
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content))
  let text = ''
  for (const piece of content) text += textOf(piece)
  return text
}

function attributesOf(attributes: Attributes): string {
  let text = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined)
      text += ` ${name}="${escaped(String(value)).replace(/[\t\n\r]/g, ' ')}"`
  }
  return text
}

const ENTITIES = new Map<string, string>([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

function escaped(text: string): string {
  return withoutForbidden(text).replace(/[&<>"]/g, sign => ENTITIES.get(sign) ?? sign)
}
