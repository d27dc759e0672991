import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { storeMedia } from '#domain/media/files/store-media.ts'
import { findOriginal, renditionFile } from './picture-store.ts'
import { artPicture, readPicture } from './read-picture.ts'
import { parseRenditionName, renditionName, renditionNames, widthsFor } from './rendition-name.ts'
import { makeRendition, missingRenditions, storedRendition } from './renditions.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'press-media-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** A picture whose left half is red and right half blue. */
async function stored(width: number, height: number, orientation?: number) {
  const red = await sharp({
    create: { width: Math.ceil(width / 2), height, channels: 3, background: '#ff0000' },
  })
    .png()
    .toBuffer()
  const picture = sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: red, left: 0, top: 0 },
  ])
  const bytes = await picture.jpeg().withMetadata({ orientation }).toBuffer()
  const file = await readPicture(bytes)
  await storeMedia(dataDir, file)
  return file
}

describe('widthsFor', () => {
  it.each([
    [1, [1]],
    [200, [200]],
    [320, [320]],
    [730, [320, 480, 720]],
    [1000, [320, 480, 720, 1000]],
    [1600, [320, 480, 720, 1080, 1600]],
    [6000, [320, 480, 720, 1080, 1600]],
  ])('of a picture %i wide never upscales', (width, widths) => {
    expect(widthsFor(width)).toEqual(widths)
  })
})

describe('parseRenditionName', () => {
  const name = '0123456789abcdef0123'

  it('reads what renditionName writes', () => {
    for (const format of ['avif', 'webp', 'jpeg'] as const) {
      expect(parseRenditionName(renditionName(name, 720, format))).toEqual({ name, width: 720, format })
    }
  })

  it.each([
    `${name}-720.png`,
    `${name}-720.jpeg`,
    `${name}-0720.avif`,
    `${name}-0.avif`,
    `${name}-99999.avif`,
    `../${name}-720.avif`,
    `${name}-720.avif\n`,
    `${name.toUpperCase()}-720.avif`,
    '',
  ])('refuses %j', fileName => {
    expect(parseRenditionName(fileName)).toBeNull()
  })
})

describe('rendition', () => {
  it('makes the file once and keeps it', async () => {
    const { name } = await stored(600, 400)
    const fileName = renditionName(name, 320, 'webp')
    expect(await storedRendition(dataDir, fileName)).toBeNull()
    const made = await makeRendition(dataDir, fileName)
    expect(made).toMatchObject({ mime: 'image/webp', file: renditionFile(fileName) })
    const changedAt = async () => (await mediaStore(dataDir).stat(made?.file ?? ''))?.changedAt
    const madeAt = await changedAt()
    expect(await makeRendition(dataDir, fileName)).toEqual(made)
    expect(await storedRendition(dataDir, fileName)).toEqual(made)
    expect(await changedAt()).toEqual(madeAt)
  })

  it.each(['avif', 'webp', 'jpeg'] as const)('turns upright and drops metadata in %s', async format => {
    const { name } = await stored(600, 400, 6)
    const made = await makeRendition(dataDir, renditionName(name, 320, format))
    const picture = await buffer(mediaStore(dataDir).open(made?.file ?? ''))
    const meta = await sharp(picture).metadata()
    expect([meta.width, meta.height]).toEqual([320, 480])
    expect(meta.orientation ?? 1).toBe(1)
    expect(meta.exif).toBeUndefined()
    /* A quarter turn clockwise brings the red left half to the top. */
    const top = await sharp(picture).extract({ left: 100, top: 20, width: 50, height: 50 }).toBuffer()
    const { channels } = await sharp(top).stats()
    expect(channels[0]?.mean).toBeGreaterThan(200)
  })

  it('leaves no draft behind', async () => {
    const { name } = await stored(600, 400)
    await makeRendition(dataDir, renditionName(name, 320, 'jpeg'))
    const files = await readdir(dataDir, { recursive: true })
    expect(files.filter(file => file.endsWith('.tmp'))).toEqual([])
  })

  it.each([
    ['a width that is not offered', (name: string) => renditionName(name, 321, 'avif')],
    ['a width beyond the picture', (name: string) => renditionName(name, 720, 'avif')],
    ['an unknown picture', () => renditionName('f'.repeat(20), 320, 'avif')],
    ['another name', () => '../../etc/passwd'],
  ])('gives null for %s', async (_, fileName) => {
    const { name } = await stored(600, 400)
    expect(await makeRendition(dataDir, fileName(name))).toBeNull()
  })

  it('keeps the lead picture small', async () => {
    const art = await artPicture({ seed: 'budget', glaze: 'science', style: 'strapwork' })
    await storeMedia(dataDir, art)
    const made = await makeRendition(dataDir, renditionName(art.name, 720, 'avif'))
    expect(made?.bytes).toBeLessThanOrEqual(60_000)
  })
})

describe('renditionNames', () => {
  const name = '0123456789abcdef0123'
  const endings = (width: number, sizes: 'all' | 'list') =>
    renditionNames(name, width, sizes).map(each => each.slice(name.length + 1))

  it('are all sizes of a picture in every format, AVIF first', () => {
    expect(endings(2000, 'all')).toHaveLength(15)
    expect(endings(500, 'all')).toEqual([
      ...['320.avif', '480.avif', '320.webp'],
      ...['480.webp', '320.jpg', '480.jpg'],
    ])
  })

  it.each([
    [2000, ['320', '480']],
    [400, ['320', '400']],
    [90, ['90']],
  ])('are the small sizes for lists, of a picture %i wide', (width, widths) => {
    expect(endings(width, 'list').filter(each => each.endsWith('.avif'))).toEqual(
      widths.map(each => `${each}.avif`),
    )
  })
})

describe('missingRenditions', () => {
  it('leaves out what was made', async () => {
    const { name } = await stored(500, 300)
    const names = renditionNames(name, 500, 'all')
    expect(await missingRenditions(dataDir, names)).toEqual(names)
    await makeRendition(dataDir, names[1] ?? '')
    expect(await missingRenditions(dataDir, names)).toEqual(names.filter((_, index) => index !== 1))
  })
})

describe('storeMedia', () => {
  it('keeps the file under its content hash', async () => {
    const { name, content } = await stored(40, 30)
    const found = await findOriginal(dataDir, name)
    expect(found?.extension).toBe('jpg')
    expect(await buffer(mediaStore(dataDir).open(found?.file ?? ''))).toEqual(content)
  })

  it('knows nothing in an empty data directory, and no name that is none', async () => {
    expect(await findOriginal(dataDir, 'f'.repeat(20))).toBeNull()
    expect(await findOriginal(dataDir, '../../etc/passwd')).toBeNull()
  })
})
