import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { webManifest } from './web-manifest.ts'

const site = { name: 'عرب برس', tagline: '', description: '', contact: { email: null, phone: null } }
const manifest = webManifest({ locale: 'ar', site })

describe('the manifest of a language', () => {
  it('says its language, its direction and where it begins', () => {
    expect(manifest).toMatchObject({ lang: 'ar', dir: 'rtl', name: 'عرب برس', start_url: '/ar', scope: '/' })
    expect(webManifest({ locale: 'en', site })).toMatchObject({ lang: 'en', dir: 'ltr', start_url: '/en' })
  })

  it.each(manifest.icons)('has $src in the size it says', async ({ src, sizes, type }) => {
    const { format, width, height } = await sharp(path.join('public', src)).metadata()
    expect(type).toBe(format === 'svg' ? 'image/svg+xml' : `image/${format}`)
    if (sizes !== 'any') expect(`${width}x${height}`).toBe(sizes)
  })

  it('has what browsers ask for before they offer to keep it', () => {
    const sizesFor = (purpose: string) =>
      manifest.icons.filter(icon => 'purpose' in icon && icon.purpose === purpose).map(({ sizes }) => sizes)
    expect(sizesFor('any')).toEqual(expect.arrayContaining(['192x192', '512x512']))
    expect(sizesFor('maskable')).toEqual(expect.arrayContaining(['192x192', '512x512']))
  })

  /* A mask may cut away everything outside a circle of four fifths of the width. */
  it('keeps maskable icons to their circle', async () => {
    const { data, info } = await sharp('public/icons/maskable-512.png')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const corner = [...data.subarray(0, 3)]
    let farthest = 0
    for (let place = 0; place < info.width * info.height; place++) {
      const pixel = [...data.subarray(place * info.channels, place * info.channels + 3)]
      if (pixel.every((value, index) => Math.abs(value - (corner[index] ?? 0)) < 8)) continue
      const x = (place % info.width) - info.width / 2
      const y = Math.floor(place / info.width) - info.height / 2
      farthest = Math.max(farthest, Math.hypot(x, y))
    }
    expect(farthest).toBeGreaterThan(0.25 * info.width)
    expect(farthest).toBeLessThan(0.4 * info.width)
  })
})
