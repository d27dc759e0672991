import { createReadStream } from 'node:fs'
import { ExpectedError } from '#errors/expected-error.ts'

const CHUNK_BYTES = 256 * 1024
/* An XML declaration is shorter than this and comes first in the file. */
const DECLARATION_BYTES = 1024

/**
 * Reads the text of an XML file piece by piece. Its byte order mark or its declaration decides the encoding; the
 * default is UTF-8.
 * @param onBytes called with the number of bytes read so far
 * @throws `import.unknownEncoding`
 */
export async function* wxrText(file: string, onBytes: (read: number) => void): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let read = 0
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer
    decoder ??= decoderFor(file, bytes.subarray(0, DECLARATION_BYTES))
    yield decoder.decode(bytes, { stream: true })
    read += bytes.length
    onBytes(read)
  }
  if (decoder) yield decoder.decode()
}

function decoderFor(file: string, start: Buffer): TextDecoder {
  const encoding = encodingOf(start)
  try {
    return new TextDecoder(encoding)
  } catch {
    throw new ExpectedError('import.unknownEncoding', { file, encoding })
  }
}

function encodingOf(start: Buffer): string {
  const [first, second, third, fourth] = start
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  /* `<?` in UTF-16. */
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return 'utf-16be'
  const declared = /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(start.toString('latin1'))?.[1]
  /* A declaration that was readable as single bytes is not UTF-16, whatever it says. */
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared
}
