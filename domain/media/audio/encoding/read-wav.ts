import { ExpectedError } from '#errors/expected-error.ts'

/** A stretch of sound with one channel, each sample between -1 and 1. */
export type Samples = { sampleRate: number; samples: Float32Array }

type Format = {
  sampleRate: number
  channels: number
  bytesEach: number
  read: (view: DataView, at: number) => number
}

const PCM = 1
const FLOAT = 3
const EXTENSIBLE = 0xfffe

/**
 * Reads a WAV file as it arrives, and mixes its channels into one. A file without its length, as programs write into a
 * pipe, ends where the stream does.
 * @throws ExpectedError 'voice.noWav' for anything else, and for samples that are neither 16-bit nor 32-bit float
 */
export async function* readWav(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Samples> {
  const input = new Input(stream)
  const head = await input.take(12)
  if (latin(head, 0, 4) !== 'RIFF' || latin(head, 8, 12) !== 'WAVE') throw noWav(head)
  let format: Format | null = null
  for (;;) {
    const chunk = await input.take(8)
    if (chunk.length < 8) throw new ExpectedError('voice.noWav', { found: 'RIFF' })
    const name = latin(chunk, 0, 4)
    const bytes = viewOf(chunk).getUint32(4, true)
    if (name === 'data') {
      if (!format) throw new ExpectedError('voice.noWav', { found: 'RIFF' })
      yield* samplesOf(input, format, bytes)
      await input.drain()
      return
    }
    const content = await input.take(bytes + (bytes % 2))
    if (name === 'fmt ') format = readFormat(content)
  }
}

async function* samplesOf(input: Input, format: Format, announcedBytes: number): AsyncGenerator<Samples> {
  const { sampleRate, channels, bytesEach, read } = format
  const frame = channels * bytesEach
  /* Programs that write into a pipe announce nothing, or the most. */
  let left = announcedBytes === 0 || announcedBytes >= 0x7fff0000 ? Number.POSITIVE_INFINITY : announcedBytes
  while (left >= frame) {
    const part = await input.next(frame, left)
    if (part.length === 0) return
    left -= part.length
    const view = viewOf(part)
    const samples = new Float32Array(part.length / frame)
    for (let index = 0; index < samples.length; index++) {
      let sum = 0
      for (let channel = 0; channel < channels; channel++)
        sum += read(view, index * frame + channel * bytesEach)
      samples[index] = sum / channels
    }
    yield { sampleRate, samples }
  }
}

function readFormat(content: Uint8Array): Format {
  const view = viewOf(content)
  if (content.length < 16) throw new ExpectedError('voice.noWav', { found: 'RIFF' })
  const [tag, bits] = [view.getUint16(0, true), view.getUint16(14, true)]
  const kind = tag === EXTENSIBLE && content.length >= 26 ? view.getUint16(24, true) : tag
  const [channels, sampleRate] = [view.getUint16(2, true), view.getUint32(4, true)]
  const isUsable = channels >= 1 && channels <= 8 && sampleRate >= 8_000 && sampleRate <= 192_000
  if (isUsable && kind === PCM && bits === 16)
    return { sampleRate, channels, bytesEach: 2, read: (data, at) => data.getInt16(at, true) / 32_768 }
  if (isUsable && kind === FLOAT && bits === 32)
    return { sampleRate, channels, bytesEach: 4, read: (data, at) => data.getFloat32(at, true) }
  throw new ExpectedError('voice.noWav', { found: `WAV ${kind}, ${bits} bit, ${sampleRate} Hz` })
}

/* The first letters say best what came instead: an error message, an MP3, nothing. */
function noWav(head: Uint8Array): ExpectedError {
  const found = head.length === 0 ? '' : latin(head, 0, 12).replace(/[^ -~]/g, '.')
  return new ExpectedError('voice.noWav', { found: JSON.stringify(found) })
}

const latin = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')
const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)

/* The bytes of a stream, by their number. */
class Input {
  private readonly chunks: AsyncIterator<Uint8Array>
  private kept: Uint8Array = new Uint8Array()
  private isOver = false

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.chunks = stream[Symbol.asyncIterator]()
  }

  /** So many bytes; fewer where the stream ends. */
  async take(count: number): Promise<Uint8Array> {
    while (this.kept.length < count && (await this.more())) {}
    return this.cut(Math.min(count, this.kept.length))
  }

  /** The bytes at hand, at least one frame and no part of one; none at the end. */
  async next(frame: number, most: number): Promise<Uint8Array> {
    while (this.kept.length < frame && (await this.more())) {}
    const count = Math.min(this.kept.length, most)
    return this.cut(count - (count % frame))
  }

  /** Reads on to the end, where a program says whether it failed. */
  async drain(): Promise<void> {
    do this.kept = new Uint8Array()
    while (await this.more())
  }

  private async more(): Promise<boolean> {
    if (this.isOver) return false
    const { value, done } = await this.chunks.next()
    this.isOver = done === true
    if (value) this.kept = this.kept.length === 0 ? value : Buffer.concat([this.kept, value])
    return !this.isOver
  }

  private cut(count: number): Uint8Array {
    const part = this.kept.subarray(0, count)
    this.kept = this.kept.subarray(count)
    return part
  }
}
