import { describe, expect, it } from 'vitest'
import { aWav } from '#domain/media/audio/encoding/wav.testing.ts'
import { isExpected } from '#errors/expected-error.ts'
import { aBody } from '#testing/body.testing.ts'
import { anMp3 } from './mp3.testing.ts'
import { readRecording } from './read-recording.ts'
import { textHash } from './text-hash.ts'

const codeOf = async (bytes: Buffer) => {
  const error = await readRecording(bytes).catch((fault: unknown) => fault)
  return isExpected(error) ? error.code : error
}

/* A tag in front, as every editor of sound writes it: a title of some bytes. */
function tagged(mp3: Buffer): Buffer {
  const text = Buffer.concat([Buffer.from([3]), Buffer.from('مقابلة')])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(text.length)
  const frame = Buffer.concat([Buffer.from('TIT2'), size, Buffer.alloc(2), text])
  return Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, frame.length]), frame, mp3])
}

describe('a recording', () => {
  it('is an MP3 by its bytes, with its duration', async () => {
    const mp3 = await anMp3(3)
    const read = await readRecording(mp3)
    expect(read).toMatchObject({ kind: 'audio', mime: 'audio/mpeg', extension: 'mp3', bytes: mp3.length })
    expect(Math.abs(read.seconds - 3)).toBeLessThan(0.2)
    expect(Math.abs((await readRecording(tagged(mp3))).seconds - 3)).toBeLessThan(0.2)
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'media.empty'],
    ['a text', Buffer.from('An interview, as text. '.repeat(500)), 'media.unknownFormat.recording'],
    ['a WAV', aWav(), 'media.unknownFormat.recording'],
    [
      'an M4A',
      Buffer.concat([Buffer.from('\0\0\0\x1cftypM4A \0\0\0\0M4A mp42isom'), Buffer.alloc(5000)]),
      'media.unknownFormat.recording',
    ],
    ['an Ogg', Buffer.concat([Buffer.from('OggS'), Buffer.alloc(5000)]), 'media.unknownFormat.recording'],
    ['noise', Buffer.alloc(20_000, 0x5a), 'media.unknownFormat.recording'],
  ])('is not %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('is refused when it was cut off at once', async () => {
    const mp3 = await anMp3(1)
    expect(await codeOf(mp3.subarray(0, 200))).toMatch(/^media\.(damaged|unknownFormat)\.recording$/)
  })
})

describe('the hash of a text', () => {
  const told = { headline: 'Ferry', standfirst: 'Back', body: aBody('It sails again.') }

  it('is another one when a word changes', () => {
    expect(textHash({ ...told, headline: 'Ferries' })).not.toBe(textHash(told))
    expect(textHash({ ...told, body: aBody('It sails again!') })).not.toBe(textHash(told))
  })

  it('stays when only a mark, a link or the space changes', () => {
    const marked = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'It ', marks: [{ type: 'bold' }] },
            { type: 'text', text: 'sails  again.' },
          ],
        },
      ],
    } as const
    expect(textHash({ ...told, body: marked as never })).toBe(textHash(told))
  })
})
