import { SaxesParser } from 'saxes'
import { ExpectedError } from '#errors/expected-error.ts'
import { AmpersandGuard } from './bare-ampersand.ts'
import { toEvent, type WxrElement, type WxrEvent } from './wxr-event.ts'
import { wxrText } from './wxr-text.ts'

/**
 * Reads an export as a stream of events. Memory holds one item at a time, whatever the size of the file.
 * @param onBytes called with the number of bytes read so far
 * @throws `import.malformed`, `import.notWordPress`, `import.unknownEncoding`
 */
export async function* readWxr(
  file: string,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<WxrEvent> {
  const ready: WxrEvent[] = []
  const { parse, finish } = eventParser(file, event => ready.push(event))
  for await (const text of wxrText(file, onBytes)) {
    parse(text)
    yield* ready.splice(0)
  }
  finish()
  yield* ready.splice(0)
}

/* Elements that become events, with everything inside them. */
const TAKEN = new Set(['item', 'wp:author', 'wp:category', 'wp:tag', 'wp:term'])

function eventParser(file: string, emit: (event: WxrEvent) => void) {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const path: string[] = []
  const open: WxrElement[] = []
  const channel = new Map<string, string>()
  let siteSent = false
  const sendSite = () => {
    if (siteSent) return
    if (!channel.has('wp:wxr_version')) throw new ExpectedError('import.notWordPress')
    siteSent = true
    emit({
      kind: 'site',
      title: channel.get('title') ?? '',
      link: channel.get('wp:base_blog_url') ?? channel.get('link') ?? '',
      language: channel.get('language') ?? '',
    })
  }
  parser.on('opentag', tag => {
    path.push(tag.name)
    const parent = open.at(-1)
    if (!parent && !(path.length === 3 && TAKEN.has(tag.name))) return
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [name, String(value)]),
    )
    const element: WxrElement = { name: tag.name, attributes, text: '', children: [], line: parser.line }
    parent?.children.push(element)
    open.push(element)
  })
  const onText = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
    else if (path.length === 3 && path[1] === 'channel') {
      const name = path[2] ?? ''
      channel.set(name, (channel.get(name) ?? '') + text)
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
  const { parse, end } = strictly(file, parser)
  return {
    parse,
    finish: () => {
      end()
      sendSite()
    },
  }
}

/** Parses piece by piece and stops at the first fault, with its place in the file. */
function strictly(file: string, parser: SaxesParser) {
  const guard = new AmpersandGuard()
  let isEmpty = true
  const malformed = (fault: string, line: number, column: number) =>
    new ExpectedError('import.malformed', { file, line, column, fault })
  const fail = (fault: string, column = parser.column) => {
    throw malformed(fault, parser.line, column)
  }
  parser.on('error', error => {
    fail(`this is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}`)
  })
  const write = ({ text, isBare }: { text: string; isBare: boolean }) => {
    if (text) parser.write(text)
    if (isBare) fail('this is not well-formed XML: "&" must be written &amp; here', parser.column + 1)
  }
  return {
    parse: (text: string) => {
      isEmpty &&= text.trim() === ''
      write(guard.next(text))
    },
    end: () => {
      if (isEmpty) throw malformed('the file is empty', 1, 1)
      write(guard.next('', true))
      parser.close()
    },
  }
}
