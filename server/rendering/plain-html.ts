import crypto from 'node:crypto'
import { Parser } from 'htmlparser2'

export type PlainHtml = {
  html: string
  /** React streamed a boundary, and without its script the page would stay empty there; so nothing was taken out. */
  isStreamed: boolean
  /** The framework gave up on the page and sent its own shell. */
  isFrameworkError: boolean
  /** The hashes of the inline scripts that stayed, in the form of a Content-Security-Policy. */
  inlineScriptHashes: string[]
  /** Places and stretches of the HTML that the edge puts in, chooses from or takes out, from the first on. */
  marks: Mark[]
}

/** A stretch of HTML from `start` to `end`, in characters; a place has none. */
export type Mark = {
  start: number
  end: number
  name: string
  /** Says which rendition of a part stands here. */
  choice: string | null
  /** The one story that the stretch shows. */
  story: number | null
}

type Attributes = Record<string, string>

/** The element that marks a place or a stretch (components/page/SharedPart.tsx). */
const SHARED_PART = 'shared-part'
/** The place of the attribute that names the breaking strip to the script that hides a closed one. */
export const BREAKING_ATTRIBUTE = 'breakingAttribute'

/**
 * Takes the framework's scripts out of a finished page: a reader needs none of them. Everything else is copied byte for
 * byte. The only scripts that stay are data (JSON-LD), our enhancements and the inline theme script; where
 * `allowedHashes` are given, the theme script needs one of them.
 */
export function toPlainHtml(source: string, allowedHashes?: readonly string[]): PlainHtml {
  const cuts: [start: number, end: number][] = []
  const inlineScriptHashes: string[] = []
  let isStreamed = false
  let isFrameworkError = false
  const marks: Mark[] = []
  const opened: Mark[] = []
  let tagName = ''
  let script: { start: number; bodyStart: number; keep: boolean; isTheme: boolean } | null = null

  const parser = new Parser(
    {
      onopentagname(name) {
        tagName = name
      },
      onattribute(name, value) {
        const isPlace = tagName === 'html' && name === 'data-breaking' && value === ''
        if (name !== 'data-precedence' && !isPlace) return
        const start = withSpaceBefore(source, parser.startIndex)
        cuts.push([start, parser.endIndex])
        if (isPlace) marks.push({ start, end: start, name: BREAKING_ATTRIBUTE, choice: null, story: null })
      },
      onopentag(name, attributes) {
        if (name === 'script') {
          const isTheme = isThemeScript(attributes)
          const keep = isTheme || isOurs(attributes)
          script ??= { start: parser.startIndex, bodyStart: parser.endIndex + 1, keep, isTheme }
        } else if (name === 'link' && isScriptHint(attributes)) {
          cuts.push([parser.startIndex, parser.endIndex + 1])
        } else if (name === SHARED_PART) {
          const mark = markOf(attributes, parser.endIndex + 1)
          cuts.push([parser.startIndex, mark.start])
          marks.push(mark)
          opened.push(mark)
        } else if (name === 'html' && attributes.id === '__next_error__') {
          isFrameworkError = true
        } else if (isBoundary(name, attributes)) {
          isStreamed = true
        }
      },
      onclosetag(name) {
        const mark = name === SHARED_PART ? opened.pop() : undefined
        if (mark) {
          mark.end = parser.startIndex
          cuts.push([parser.startIndex, parser.endIndex + 1])
        }
        if (name !== 'script' || !script) return
        const { start, bodyStart, isTheme } = script
        let { keep } = script
        if (isTheme) {
          const hash = scriptHash(source.slice(bodyStart, parser.startIndex))
          keep = allowedHashes === undefined || allowedHashes.includes(hash)
          if (keep) inlineScriptHashes.push(hash)
        }
        if (!keep) cuts.push([start, tagEnd(source, parser.endIndex)])
        script = null
      },
      oncomment(data) {
        if (script) return
        if (data === '$?' || data === '$~') isStreamed = true
        else if (isReactMark(data)) cuts.push([parser.startIndex, parser.endIndex + 1])
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(source)
  /* The parser closes what the page left open, so an unclosed script was handled too. */
  if (isStreamed) return { html: source, isStreamed, isFrameworkError, inlineScriptHashes, marks: [] }
  return { ...without(source, cuts, marks), isStreamed, isFrameworkError, inlineScriptHashes }
}

/** The name of an inline script in a Content-Security-Policy. */
export function scriptHash(text: string): string {
  return `sha256-${crypto.createHash('sha256').update(text).digest('base64')}`
}

function isThemeScript(attributes: Attributes): boolean {
  return 'data-theme-script' in attributes && !('src' in attributes)
}

function isOurs({ type, src }: Attributes): boolean {
  if (src !== undefined) return src.startsWith('/enhance/')
  return type?.trim().toLowerCase() === 'application/ld+json'
}

/* `expect` would delay the first paint until an element appears that only the framework's script brings. */
function isScriptHint(attributes: Attributes): boolean {
  const rel = attributes.rel?.toLowerCase().split(/\s+/) ?? []
  if (rel.includes('modulepreload') || rel.includes('expect')) return true
  return (rel.includes('preload') || rel.includes('prefetch')) && attributes.as?.toLowerCase() === 'script'
}

function isBoundary(name: string, { id, hidden }: Attributes): boolean {
  if (id === undefined) return false
  if (name === 'template') return id.startsWith('B:') || id.startsWith('P:')
  return name === 'div' && hidden !== undefined && id.startsWith('S:')
}

/* React marks places for its script in the browser, which readers do not get. */
function isReactMark(data: string): boolean {
  return data === ' ' || data === '$' || data === '/$' || data === '&' || data === '/&'
}

/* `</script >` ends at its bracket, which the offset of the parser leaves out. */
function tagEnd(source: string, index: number): number {
  const bracket = source.indexOf('>', index)
  return bracket === -1 ? source.length : bracket + 1
}

function withSpaceBefore(source: string, index: number): number {
  return source[index - 1] === ' ' ? index - 1 : index
}

function markOf({ name = '', choice = '', story }: Attributes, start: number): Mark {
  return { start, end: start, name, choice: choice || null, story: story ? Number(story) : null }
}

function without(source: string, cuts: [start: number, end: number][], marks: Mark[]) {
  const moved = new Map<number, number>(
    marks.flatMap(({ start, end }) => [[start, 0] as const, [end, 0] as const]),
  )
  const offsets = [...moved.keys()].sort((one, other) => one - other)
  let html = ''
  let position = 0
  let next = 0
  const keepUntil = (end: number) => {
    for (let offset = offsets[next]; offset !== undefined && offset <= end; offset = offsets[++next])
      moved.set(offset, html.length + Math.max(0, offset - position))
    if (end > position) html += source.slice(position, end)
  }
  for (const [start, end] of cuts.sort((one, other) => one[0] - other[0])) {
    keepUntil(start)
    position = Math.max(position, end)
  }
  keepUntil(source.length)
  const place = (offset: number) => moved.get(offset) ?? 0
  return {
    html,
    marks: marks.map(mark => ({ ...mark, start: place(mark.start), end: place(mark.end) })),
  }
}
