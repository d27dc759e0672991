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
  /**
   * `2012-01-07 09:00:00` in the local time of the blog, then the same in GMT (zeros for a post that was never
   * published).
   */
  date: string
  dateGmt: string
  modified: string
  modifiedGmt: string
  /** `Sat, 07 Jan 2012 09:00:00 +0000` */
  pubDate: string
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
 * The permanent key of an item: its id and its global id. Neither is enough alone: two exports of one site may give
 * one id to two posts, and copied posts keep the global id of the original. An item without both is identified by its
 * address or its name.
 */
export function itemKey({ id, guid, link, slug, title }: WxrItem): string {
  return `${id} ${guid}`.trim() || link || slug || title
}

/** An element of the export with all its children. */
export type WxrElement = {
  name: string
  attributes: Record<string, string>
  text: string
  children: WxrElement[]
  line: number
}

/** Converts an element of the channel to an event. An element of an unknown kind is an item. */
export function toEvent(element: WxrElement): WxrEvent | null {
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

function toItem(element: WxrElement, text: (name: string) => string): WxrItem {
  const raw = (name: string) => element.children.find(child => child.name === name)?.text ?? ''
  const inner = (parent: WxrElement, name: string) =>
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
    modified: text('wp:post_modified'),
    modifiedGmt: text('wp:post_modified_gmt'),
    pubDate: text('pubDate'),
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
