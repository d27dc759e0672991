import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderShareImage } from './render-share-image.ts'
import type { ShareCard } from './share-card.ts'

const fontsDir = 'domain/distribution/share-images/fonts'
const picture = '0123456789abcdef0123'

const card: ShareCard = {
  subject: { kind: 'story', id: 7 },
  locale: 'en',
  title: 'Ports recover',
  section: 'Economy',
  glaze: 'economy',
  picture: null,
  names: ['Arab Press', 'عرب برس'],
  tagline: '',
}

describe('drawing a share image', () => {
  let dataDir: string

  beforeAll(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'render-share-image-'))
    fs.mkdirSync(path.join(dataDir, 'media/originals'), { recursive: true })
  })
  afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }))

  const longest = 'كيف أُغلقت شبكات الجيل الخامس أمام مورّد واحد '.repeat(4).trim()
  const cards: [string, Partial<ShareCard>][] = [
    ['a headline of one word', { locale: 'ar', title: 'تعادل' }],
    ['a headline far too long', { locale: 'ar', title: longest }],
    [
      'one word wider than there is room',
      { title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(3) },
    ],
    ['signs that markup takes for its own', { title: 'R&D <b>costs</b> &amp; "quotes"' }],
    ['controls and half letters', { title: 'a\u0000b\u0007c\u202ed\ud800e\uffff' }],
    ['letters of no face of ours', { title: '東京 עברית 🦊' }],
    ['names that are one', { names: ['The Press', 'The Press'] }],
    ['names without end', { names: ['The Independent Newspaper of the Whole Region'.repeat(2), 'عرب برس'] }],
    ['no title', { title: null, section: null, glaze: null, subject: { kind: 'site' } }],
    ['an empty title', { title: '' }],
    ['a picture that is not there', { picture }],
  ]

  it.each(cards)('holds its size and its weight with %s', async (_, changes) => {
    const image = await renderShareImage({ ...card, ...changes }, dataDir, fontsDir)
    const { width, height, format } = await sharp(image).metadata()
    expect([width, height, format]).toEqual([1200, 630, 'jpeg'])
    expect(image.length).toBeLessThan(200_000)
  })

  it('stays light with a picture of noise', async () => {
    const noise = { width: 800, height: 600, channels: 3 as const, background: '#888888' }
    const file = path.join(dataDir, `media/originals/${picture}.jpg`)
    await sharp({ create: { ...noise, noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
      .jpeg()
      .toFile(file)
    const image = await renderShareImage({ ...card, picture }, dataDir, fontsDir)
    expect(image.length).toBeLessThan(200_000)
    fs.rmSync(file)
  })

  it('takes a pattern for a picture that cannot be read', async () => {
    const file = path.join(dataDir, `media/originals/${picture}.jpg`)
    fs.writeFileSync(file, 'no picture')
    const image = await renderShareImage({ ...card, picture }, dataDir, fontsDir)
    expect(image).toEqual(await renderShareImage(card, dataDir, fontsDir))
    fs.rmSync(file)
  })

  it('has its words at the side where its language begins', async () => {
    const at = async (locale: 'ar' | 'en', left: number) => {
      const image = await renderShareImage({ ...card, locale }, dataDir, fontsDir)
      const spot = { left, top: 300, width: 4, height: 4 }
      const pixels = await sharp(image).extract(spot).resize(1, 1).raw().toBuffer()
      return [...pixels].map(value => Math.round(value / 16))
    }
    /* The band in the section's colour lies between text and picture; elsewhere is paper. */
    const [band, paper] = [
      [8, 5, 0],
      [16, 16, 16],
    ]
    expect(await at('en', 748)).toEqual(band)
    expect(await at('en', 448)).toEqual(paper)
    expect(await at('ar', 448)).toEqual(band)
    expect(await at('ar', 748)).toEqual(paper)
  })
})
