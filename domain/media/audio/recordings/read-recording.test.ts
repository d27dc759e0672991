import { describe, expect, it } from 'vitest'
import { isExpected } from '#errors/expected-error.ts'
import { aBody } from '#testing/body.testing.ts'
import { anMp3 } from './mp3.testing.ts'
import { readRecording } from './read-recording.ts'
import { textHash } from './text-hash.ts'

function faultOf(bytes: Buffer) {
  try {
    return readRecording(bytes)
  } catch (fault) {
    if (!isExpected(fault)) throw fault
    return fault
  }
}

/* The frame by which encoders announce how many others follow: silent, mono and of MPEG 2, as those of `anMp3`. */
function announcing(frames: number, mp3: Buffer): Buffer {
  const frame = Buffer.alloc(mp3.indexOf(mp3.subarray(0, 2), 4))
  mp3.copy(frame, 0, 0, 4)
  frame.write('Xing', 4 + 9, 'latin1')
  frame.writeUInt32BE(1, 4 + 9 + 4)
  frame.writeUInt32BE(frames, 4 + 9 + 8)
  return frame
}

/* Frames of MPEG 2 at 22,050 Hz hold 576 samples. */
const framesOf = (seconds: number) => Math.round((seconds * 22_050) / 576)

/* A tag in front, as every editor of sound writes it: a title of some bytes. */
function tagged(mp3: Buffer): Buffer {
  const text = Buffer.concat([Buffer.from([3]), Buffer.from('مقابلة')])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(text.length)
  const frame = Buffer.concat([Buffer.from('TIT2'), size, Buffer.alloc(2), text])
  return Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, frame.length]), frame, mp3])
}

const id3v1 = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 0x20)])

describe('a recording', () => {
  it('is an MP3 by its bytes, with the duration of its frames', async () => {
    const mp3 = await anMp3(3)
    const read = readRecording(mp3)
    expect(read).toMatchObject({ kind: 'audio', mime: 'audio/mpeg', extension: 'mp3', bytes: mp3.length })
    const others = [
      tagged(mp3),
      Buffer.concat([mp3, id3v1]),
      Buffer.concat([announcing(framesOf(3), mp3), mp3]),
    ]
    for (const { seconds } of [read, ...others.map(readRecording)]) {
      expect(Math.abs(seconds - 3)).toBeLessThan(0.2)
    }
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'media.empty'],
    ['a text', Buffer.from('An interview, as text. '.repeat(500)), 'media.unknownFormat.recording'],
    ['zeros', Buffer.alloc(5000), 'media.unknownFormat.recording'],
    ['noise', Buffer.alloc(20_000, 0x5a), 'media.unknownFormat.recording'],
    ['a tag alone', tagged(Buffer.alloc(0)), 'media.unknownFormat.recording'],
    [
      'a tag that ends beyond the file',
      tagged(Buffer.alloc(0)).subarray(0, 12),
      'media.unknownFormat.recording',
    ],
  ])('is not %s', (_, bytes, code) => {
    expect(faultOf(bytes)).toMatchObject({ code })
  })

  it.each([
    ['WAV', 'RIFF\x10\0\0\0WAVEfmt '],
    ['M4A', '\0\0\0\x1cftypM4A '],
    ['Ogg', 'OggS\0\x02'],
    ['FLAC', 'fLaC\0\0'],
    ['AIFF', 'FORM\0\0\0\x01AIFFCOMM'],
    ['WMA', '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
    ['AAC', '\xff\xf1\x50\x40'],
    ['MP2', '\xff\xfd\xe0\xc4'],
  ])('is no %s, which is named', (format, head) => {
    const bytes = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(5000)])
    for (const each of [bytes, tagged(bytes)]) {
      expect(faultOf(each)).toMatchObject({ code: 'media.otherSound', parameters: { format } })
    }
  })

  it('is refused when its end is missing, although its first frame tells the whole duration', async () => {
    const mp3 = await anMp3(9)
    const whole = Buffer.concat([announcing(framesOf(9), mp3), mp3])
    expect(faultOf(whole.subarray(0, whole.length / 3))).toMatchObject({ code: 'media.damaged.recordingCut' })
    expect(faultOf(mp3.subarray(0, 200))).toMatchObject({ code: 'media.damaged.recording' })
  })

  it('is refused when much of it is no sound', async () => {
    const [mp3, noise] = [await anMp3(9), Buffer.alloc(90_000, 7)]
    for (const bytes of [Buffer.concat([mp3, noise]), Buffer.concat([noise, mp3])]) {
      expect(faultOf(bytes)).toMatchObject({ code: 'media.damaged.recording' })
    }
  })

  it('is refused when it takes more than four hours', async () => {
    const mp3 = await anMp3(9)
    const long = Buffer.concat(Array<Buffer>((4 * 3600) / 9 + 10).fill(mp3))
    expect(faultOf(long)).toMatchObject({ code: 'media.tooLong' })
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
