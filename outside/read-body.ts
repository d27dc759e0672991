import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable, type Transform } from 'node:stream'
import zlib from 'node:zlib'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'

/** The codings that can be decoded, as a request names them. */
export const CODINGS = 'gzip, br'

/* A coding adds a header and a trailer to content that hardly shrinks. */
const CODING_BYTES = 1024

const DECODERS = new Map<string, () => Transform>([
  ['gzip', zlib.createGunzip],
  ['x-gzip', zlib.createGunzip],
  ['br', zlib.createBrotliDecompress],
])

type Options = {
  host: string
  /** Limit of the decoded body; hardly more is read from the network either. */
  maxBytes: number
  /** With `cut`, a larger body is truncated instead of refused. */
  whenLarger: 'refuse' | 'cut'
}

/**
 * Reads and decodes the body of a response. It never holds more than the limit, however little was sent for it.
 * @throws ExpectedError `outside.tooLarge`, or `outside.badAnswer` for a coding that was not asked for
 */
export async function readBody(response: IncomingMessage, options: Options): Promise<Buffer> {
  const { maxBytes, whenLarger } = options
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    if (Number(response.headers['content-length']) > maxBytes + CODING_BYTES && whenLarger === 'refuse')
      throw tooLarge(options)
    for await (const piece of decoded(response, options)) {
      pieces.push(piece)
      bytes += piece.length
      if (bytes > maxBytes) throw tooLarge(options)
    }
  } catch (error) {
    if (whenLarger === 'refuse' || !isExpected(error, 'outside.tooLarge')) throw error
  } finally {
    response.destroy()
  }
  return Buffer.concat(pieces).subarray(0, maxBytes)
}

const tooLarge = ({ host, maxBytes }: Options) =>
  new ExpectedError('outside.tooLarge', { host, bytes: maxBytes })

function decoded(response: IncomingMessage, options: Options): Readable {
  const coding = response.headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (coding === '' || coding === 'identity') return response
  const decoder = DECODERS.get(coding)
  if (!decoder)
    throw new ExpectedError('outside.badAnswer', { host: options.host, reason: 'Content-Encoding' })
  const bounded = async function* (pieces: AsyncIterable<Buffer>) {
    let bytes = 0
    for await (const piece of pieces) {
      bytes += piece.length
      yield piece
      if (bytes <= options.maxBytes + CODING_BYTES) continue
      if (options.whenLarger === 'cut') return
      throw tooLarge(options)
    }
  }
  /* An error of any of them comes out of the last one; leaving that early ends the others. */
  return pipeline(response, bounded, decoder(), () => {})
}
