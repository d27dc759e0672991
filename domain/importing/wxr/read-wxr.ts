import { createReadStream } from 'node:fs'
import { SaxesParser } from 'saxes'

/** Malformed XML, with the place where reading stopped. */
export class WxrSyntaxError extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message)
    this.name = 'WxrSyntaxError'
  }
}

/** The file is well-formed, but no WordPress export. */
export class NotWxr extends Error {
  constructor() {
    super(
      'This is no WordPress export: it has no <rss><channel> with a <wp:wxr_version>. Export again from Tools → Export.',
    )
    this.name = 'NotWxr'
  }
}

export type WxrTerm = {
  taxonomy: string
  id: string
  slug: string
  parent: string
  name: string
  description: string
}

export type WxrAuthor = { id: string; login: string; name: string; description: string }

export type WxrItem = {
  line: number
  id: string
  type: string
  status: string
  title: string
  link: string
  guid: string
  creator: string
  content: string
  excerpt: string
  slug: string
  /** `2012-01-07 09:00:00` in the blog's own time, and the same in GMT (zeros when it was never published). */
  date: string
  dateGmt: string
  modifiedGmt: string
  parent: string
  menuOrder: string
  password: string
  sticky: boolean
  attachmentUrl: string
  terms: { domain: string; slug: string; name: string }[]
  meta: Record<string, string>
  comments: number
}

export type WxrEvent =
  | { kind: 'site'; title: string; link: string; language: string }
  | { kind: 'author'; author: WxrAuthor }
  | { kind: 'term'; term: WxrTerm }
  | { kind: 'item'; item: WxrItem }

/**
 * What identifies an item for ever: its number and WordPress's global id. Neither is enough: two exports of one
 * site may have given one number to two posts, and copied posts keep the global id of the first.
 */
export function itemKey(item: WxrItem): string {
  return `${item.id} ${item.guid}`.trim()
}

type Element = {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
  line: number
}

/**
 * Reads an export as a stream, one item at a time: memory holds a single item, whatever the file's size.
 * @param onBytes is told how much of the file has been read
 * @throws WxrSyntaxError, NotWxr
 */
export async function* readWxr(
  file: string,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<WxrEvent> {
  const ready: WxrEvent[] = []
  const { parser, finish } = eventParser(event => ready.push(event))
  let read = 0
  let first = true
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    let text = chunk as string
    if (first) text = text.replace(/^\ufeff/, '')
    first = false
    parser.write(text)
    read += Buffer.byteLength(chunk as string)
    onBytes(read)
    yield* ready.splice(0)
  }
  parser.close()
  finish()
  yield* ready.splice(0)
}

/* Elements that are taken whole; everything deeper belongs to them. */
const TAKEN = new Set(['item', 'wp:author', 'wp:category', 'wp:tag', 'wp:term'])

function eventParser(emit: (event: WxrEvent) => void) {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const path: string[] = []
  const open: Element[] = []
  const channel: Record<string, string> = {}
  let siteSent = false
  const sendSite = () => {
    if (siteSent) return
    if (channel['wp:wxr_version'] === undefined) throw new NotWxr()
    siteSent = true
    emit({
      kind: 'site',
      title: channel.title ?? '',
      link: channel['wp:base_blog_url'] ?? channel.link ?? '',
      language: channel.language ?? '',
    })
  }
  parser.on('error', error => {
    throw new WxrSyntaxError(error.message.replace(/^\d+:\d+: /, ''), parser.line, parser.column)
  })
  parser.on('opentag', tag => {
    path.push(tag.name)
    const parent = open.at(-1)
    if (!parent && !(path.length === 3 && TAKEN.has(tag.name))) return
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [name, String(value)]),
    )
    const element: Element = { name: tag.name, attributes, text: '', children: [], line: parser.line }
    parent?.children.push(element)
    open.push(element)
  })
  const onText = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
    else if (path.length === 3 && path[1] === 'channel') {
      const name = path[2] ?? ''
      channel[name] = (channel[name] ?? '') + text
    }
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    path.pop()
    const element = open.pop()
    if (!element || open.length > 0) return
    sendSite()
    const event = toEvent(element)
    if (event) emit(event)
  })
  return { parser, finish: sendSite }
}

function toEvent(element: Element): WxrEvent | null {
  const text = (name: string) => element.children.find(child => child.name === name)?.text.trim() ?? ''
  switch (element.name) {
    case 'wp:author':
      return {
        kind: 'author',
        author: {
          id: text('wp:author_id'),
          login: text('wp:author_login'),
          name: text('wp:author_display_name') || text('wp:author_login'),
          description: text('wp:author_description'),
        },
      }
    case 'wp:category':
      return {
        kind: 'term',
        term: termOf('category', text, 'wp:category_nicename', 'wp:cat_name', 'wp:category_description'),
      }
    case 'wp:tag':
      return {
        kind: 'term',
        term: termOf('post_tag', text, 'wp:tag_slug', 'wp:tag_name', 'wp:tag_description'),
      }
    case 'wp:term':
      return {
        kind: 'term',
        term: termOf(text('wp:term_taxonomy'), text, 'wp:term_slug', 'wp:term_name', 'wp:term_description'),
      }
    default:
      return { kind: 'item', item: toItem(element, text) }
  }
}

function termOf(
  taxonomy: string,
  text: (name: string) => string,
  slug: string,
  name: string,
  description: string,
): WxrTerm {
  return {
    taxonomy,
    id: text('wp:term_id'),
    slug: text(slug),
    parent: text('wp:category_parent') || text('wp:term_parent'),
    name: text(name) || text(slug),
    description: text(description),
  }
}

function toItem(element: Element, text: (name: string) => string): WxrItem {
  const raw = (name: string) => element.children.find(child => child.name === name)?.text ?? ''
  const inner = (parent: Element, name: string) =>
    parent.children.find(child => child.name === name)?.text ?? ''
  return {
    line: element.line,
    id: text('wp:post_id'),
    type: text('wp:post_type') || 'post',
    status: text('wp:status'),
    title: text('title'),
    link: text('link'),
    guid: text('guid'),
    creator: text('dc:creator'),
    content: raw('content:encoded'),
    excerpt: text('excerpt:encoded'),
    slug: text('wp:post_name'),
    date: text('wp:post_date'),
    dateGmt: text('wp:post_date_gmt'),
    modifiedGmt: text('wp:post_modified_gmt'),
    parent: text('wp:post_parent'),
    menuOrder: text('wp:menu_order'),
    password: text('wp:post_password'),
    sticky: text('wp:is_sticky') === '1',
    attachmentUrl: text('wp:attachment_url'),
    terms: element.children
      .filter(child => child.name === 'category')
      .map(child => ({
        domain: child.attributes.domain ?? '',
        slug: child.attributes.nicename ?? '',
        name: child.text.trim(),
      })),
    meta: Object.fromEntries(
      element.children
        .filter(child => child.name === 'wp:postmeta')
        .map(child => [inner(child, 'wp:meta_key').trim(), inner(child, 'wp:meta_value')]),
    ),
    comments: element.children.filter(child => child.name === 'wp:comment').length,
  }
}
