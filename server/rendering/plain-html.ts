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
}

type Attributes = Record<string, string>

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
  let script: { start: number; bodyStart: number; keep: boolean; isTheme: boolean } | null = null

  const parser = new Parser(
    {
      onattribute(name) {
        if (name === 'data-precedence')
          cuts.push([withSpaceBefore(source, parser.startIndex), parser.endIndex])
      },
      onopentag(name, attributes) {
        if (name === 'script') {
          const isTheme = isThemeScript(attributes)
          const keep = isTheme || isOurs(attributes)
          script ??= { start: parser.startIndex, bodyStart: parser.endIndex + 1, keep, isTheme }
        } else if (name === 'link' && isScriptHint(attributes)) {
          cuts.push([parser.startIndex, parser.endIndex + 1])
        } else if (name === 'html' && attributes.id === '__next_error__') {
          isFrameworkError = true
        } else if (isBoundary(name, attributes)) {
          isStreamed = true
        }
      },
      onclosetag(name) {
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
  return {
    html: isStreamed ? source : without(source, cuts),
    isStreamed,
    isFrameworkError,
    inlineScriptHashes,
  }
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

function without(source: string, cuts: [start: number, end: number][]): string {
  let kept = ''
  let position = 0
  for (const [start, end] of cuts.sort((one, other) => one[0] - other[0])) {
    if (start < position) {
      position = Math.max(position, end)
      continue
    }
    kept += source.slice(position, start)
    position = end
  }
  return kept + source.slice(position)
}
