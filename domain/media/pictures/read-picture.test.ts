import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { artPicture, portraitPicture, readPicture } from './read-picture.ts'

const plain = (width: number, height: number, background = '#2060a0') =>
  sharp({ create: { width, height, channels: 3, background } })

/** Noise does not compress, so cutting the file cuts the picture. */
async function noisyJpeg(width = 400, height = 300): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * 7919) % 251))
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer()
}

describe('readPicture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('takes %s', async format => {
    const bytes = await plain(120, 80).toFormat(format).toBuffer()
    const picture = await readPicture(bytes)
    expect(picture).toMatchObject({ kind: 'image', mime: `image/${format}`, width: 120, height: 80 })
    expect(picture.bytes).toBe(bytes.length)
    expect(picture.name).toMatch(/^[0-9a-f]{20}$/)
    expect(picture.color).toMatch(/^#[0-9a-f]{6}$/)
    expect((await readPicture(Buffer.from(bytes))).name).toBe(picture.name)
  })

  it('turns width and height by EXIF', async () => {
    const bytes = await plain(120, 80).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await readPicture(bytes)).toMatchObject({ width: 80, height: 120 })
  })

  it('takes a single pixel', async () => {
    expect(await readPicture(await plain(1, 1).png().toBuffer())).toMatchObject({ width: 1, height: 1 })
  })

  it('takes the first frame of an animation', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#0000ff'].map(color => plain(40, 30, color).png().toBuffer()),
    )
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const picture = await readPicture(bytes)
    expect(picture).toMatchObject({ width: 40, height: 30 })
    expect(Number.parseInt(picture.color.slice(1, 3), 16)).toBeGreaterThan(200)
  })

  it('gives a colour near the real one', async () => {
    const { color } = await readPicture(await plain(64, 64, '#2060a0').png().toBuffer())
    const channels = [1, 3, 5].map(start => Number.parseInt(color.slice(start, start + 2), 16))
    expect(channels.map((value, index) => Math.abs(value - ([0x20, 0x60, 0xa0][index] ?? 0)) < 16)).toEqual([
      true,
      true,
      true,
    ])
  })

  it.each([
    ['an empty file', 'empty', async () => Buffer.alloc(0)],
    [
      'text under the name of a picture',
      'unknownFormat.picture',
      async () => Buffer.from('Not a picture at all'),
    ],
    ['SVG', 'unknownFormat.picture', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['TIFF', 'unknownFormat.picture', () => plain(10, 10).tiff().toBuffer()],
    ['a JPEG cut short', 'damaged.picture', async () => (await noisyJpeg()).subarray(0, 20_000)],
    ['the head of a JPEG alone', 'damaged.picture', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('refuses %s', async (_, code, make) => {
    await expect(readPicture(await make())).rejects.toMatchObject({ code: `media.${code}` })
  })

  it('refuses more pixels than it would decode', async () => {
    const bytes = await plain(16_000, 7_000).png().toBuffer()
    await expect(readPicture(bytes)).rejects.toMatchObject({ code: 'media.tooManyPixels' })
  })
})

describe('artPicture', () => {
  it('gives the drawing as a picture', async () => {
    const picture = await artPicture({ seed: 'harbour', glaze: 'economy' })
    expect(picture).toMatchObject({ mime: 'image/svg+xml', extension: 'svg', width: 1600, height: 900 })
    expect(picture.content.toString()).toMatch(/^<svg /)
    expect((await artPicture({ seed: 'harbour', glaze: 'economy' })).name).toBe(picture.name)
  })

  it('takes another format of the page', async () => {
    const picture = await artPicture({ seed: 'harbour', glaze: 'economy', width: 1500, height: 1000 })
    expect(picture).toMatchObject({ width: 1500, height: 1000 })
  })
})

describe('portraitPicture', () => {
  it('is square', async () => {
    expect(await portraitPicture({ seed: 'desk', glaze: 'region' })).toMatchObject({
      width: 480,
      height: 480,
    })
  })
})
