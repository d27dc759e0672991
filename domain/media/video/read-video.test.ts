import { describe, expect, it } from 'vitest'
import { readVideo } from './read-video.ts'

const box = (type: string, ...content: Buffer[]) => {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const ftyp = box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2avc1mp41', 'latin1'))

function mvhd(ticks: number, scale: number, version: 0 | 1 = 0): Buffer {
  const content = Buffer.alloc(version === 1 ? 112 : 100)
  content.writeUInt8(version)
  if (version === 1) {
    content.writeUInt32BE(scale, 20)
    content.writeBigUInt64BE(BigInt(ticks), 24)
  } else {
    content.writeUInt32BE(scale, 12)
    content.writeUInt32BE(ticks, 16)
  }
  return box('mvhd', content)
}

function track(width: number, height: number, { upright = true } = {}): Buffer {
  const content = Buffer.alloc(84)
  /* The matrix starts with its first coefficient: 1 upright, 0 turned by a quarter. */
  content.writeInt32BE(upright ? 0x10000 : 0, 40)
  content.writeUInt32BE(width * 65536, 76)
  content.writeUInt32BE(height * 65536, 80)
  return box('trak', box('tkhd', content))
}

const movie = (...parts: Buffer[]) =>
  Buffer.concat([ftyp, box('mdat', Buffer.alloc(40)), box('moov', ...parts)])

describe('readVideo', () => {
  it('reads size and duration of an MP4', () => {
    const bytes = movie(mvhd(8000, 1000), track(0, 0), track(960, 540))
    expect(readVideo(bytes)).toMatchObject({
      kind: 'video',
      mime: 'video/mp4',
      extension: 'mp4',
      width: 960,
      height: 540,
      seconds: 8,
      bytes: bytes.length,
    })
  })

  it('reads 64-bit headers and turned tracks', () => {
    const bytes = movie(mvhd(90_000, 600, 1), track(1920, 1080, { upright: false }))
    expect(readVideo(bytes)).toMatchObject({ width: 1080, height: 1920, seconds: 150 })
  })

  it('reads size and duration of a WebM', () => {
    const element = (id: number[], content: Buffer) =>
      Buffer.concat([Buffer.from(id), Buffer.from([0x80 | content.length]), content])
    const duration = Buffer.alloc(4)
    duration.writeFloatBE(2500)
    const info = element([0x15, 0x49, 0xa9, 0x66], element([0x44, 0x89], duration))
    const size = Buffer.concat([
      element([0xb0], Buffer.from([0x02, 0x80])),
      element([0xba], Buffer.from([0x01, 0x68])),
    ])
    const tracks = element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0xe0], size)))
    const bytes = Buffer.concat([
      element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], Buffer.from('webm'))),
      element([0x18, 0x53, 0x80, 0x67], Buffer.concat([info, tracks])),
    ])
    expect(readVideo(bytes)).toMatchObject({ mime: 'video/webm', width: 640, height: 360, seconds: 2.5 })
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['text', Buffer.from('This is not a video, whatever it is called.'), 'unknownFormat.video'],
    [
      'a still picture in the same container',
      box('ftyp', Buffer.from('avif\0\0\0\0avif')),
      'unknownFormat.video',
    ],
    ['an MP4 without its index', ftyp, 'damaged.video'],
    [
      'an MP4 cut within its index',
      movie(mvhd(8000, 1000), track(960, 540)).subarray(0, 120),
      'damaged.video',
    ],
    ['an MP4 with sound alone', movie(mvhd(8000, 1000), track(0, 0)), 'damaged.video'],
    ['nothing but a brand', Buffer.from('\0\0\0\x08ftyp', 'latin1'), 'unknownFormat.video'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => readVideo(bytes)).toThrow(expect.objectContaining({ code: `media.${code}` }))
  })
})
