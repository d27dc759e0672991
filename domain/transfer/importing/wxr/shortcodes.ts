import type { ConversionContext } from './conversion-context.ts'

type Attributes = Record<string, string>

/* The key of the first attribute without a name. */
const POSITIONAL = '0'

const escapeAttribute = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/* WordPress's own shortcodes; those of plug-ins are unknown. */
const KNOWN = 'caption|wp_caption|gallery|embed|audio|video|playlist'
const PAIRED = /\[(caption|wp_caption|embed|audio|video)((?:\s[^\]]*)?)\]([\s\S]*?)\[\/\1\]/g
const SINGLE = new RegExp(`(?<!\\[)\\[(${KNOWN})((?:\\s[^\\]]*)?)/?\\](?!\\])`, 'g')
/* Most brackets are just brackets. A shortcode of a plug-in has attributes or a closing tag. */
const FOREIGN = /(?<!\[)\[([a-z][\w-]{2,})(\s+[\w-]+=[^\]]*)?\/?\](?:([\s\S]*?)\[\/\1\])?/g

/** Expands WordPress's shortcodes to HTML, and counts those that are unknown. */
export function expandShortcodes(source: string, context: ConversionContext): string {
  return source
    .replace(PAIRED, (_, name: string, attributes: string, inside: string) =>
      paired(name, parse(attributes), inside),
    )
    .replace(SINGLE, (_, name: string, attributes: string) => single(name, parse(attributes), context))
    .replace(FOREIGN, (whole, name: string, attributes: string | undefined, inside: string | undefined) => {
      if (attributes === undefined && inside === undefined) return whole
      context.losses.drop(`shortcode [${name}]`)
      return inside ?? ''
    })
}

function paired(name: string, attributes: Attributes, inside: string): string {
  switch (name) {
    case 'caption':
    case 'wp_caption': {
      const picture = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inside)
      const caption = attributes.caption ?? picture?.[2] ?? ''
      return `<figure>${picture?.[1] ?? inside}<figcaption>${caption.trim()}</figcaption></figure>`
    }
    case 'embed':
      return embed(inside.trim() || fileOf(attributes))
    default: {
      /* The content is a fallback for old browsers, or the address itself. */
      const src = fileOf(attributes) || inside.trim()
      return single(name, { src }, undefined)
    }
  }
}

function single(name: string, attributes: Attributes, context: ConversionContext | undefined): string {
  switch (name) {
    case 'gallery':
      return context ? gallery(attributes, context) : ''
    case 'audio':
    case 'video':
      return `<${name} src="${escapeAttribute(fileOf(attributes))}"></${name}>`
    case 'embed':
      if (fileOf(attributes)) return embed(fileOf(attributes))
      context?.losses.drop('embed without an address')
      return ''
    default:
      context?.losses.drop(`shortcode [${name}]`)
      return ''
  }
}

const FILE_NAMES = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'mp3', 'ogg', 'm4a', 'wav', 'flac', 'wmv', POSITIONAL]

/* The address given to a player, whatever the name of the attribute. */
function fileOf(attributes: Attributes): string {
  const address = FILE_NAMES.map(name => attributes[name]).find(value => value) ?? ''
  return address.replace(/&(?:amp|#0?38);/g, '&')
}

function embed(url: string): string {
  return `<figure class="wp-block-embed">${url}</figure>`
}

function gallery(attributes: Attributes, context: ConversionContext): string {
  const ids = (attributes.ids ?? attributes.include ?? '')
    .split(',')
    .map(id => id.trim())
    .filter(Boolean)
  const chosen = ids.length > 0 ? ids : context.ownPictures()
  const figures = chosen.flatMap(id => {
    const found = context.attachment(id)
    if (!found) {
      context.losses.drop('gallery picture that the export does not have')
      return []
    }
    return `<figure><img src="${escapeAttribute(found.url)}" alt="${escapeAttribute(found.alt)}"><figcaption>${found.caption}</figcaption></figure>`
  })
  return figures.length > 0 ? `<div class="gallery">${figures.join('')}</div>` : ''
}

const ATTRIBUTE =
  /(?<=^|\s|["'])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"']+)/g

function parse(text: string): Attributes {
  const attributes: Attributes = Object.create(null)
  for (const match of text.matchAll(ATTRIBUTE)) {
    const [, name, ...values] = match
    const value = values.find(each => each !== undefined) ?? ''
    if (name) attributes[name.toLowerCase()] = value
    else attributes[POSITIONAL] ??= value
  }
  return attributes
}
