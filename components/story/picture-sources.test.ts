import { describe, expect, it } from 'vitest'
import * as media from '#domain/media/pictures/rendition-name.ts'
import { largestUrl, pictureSources, renditionUrl, widthsFor } from './picture-sources.ts'

describe('picture sources', () => {
  it.each([1, 200, 320, 340, 352, 353, 700, 720, 1080, 1188, 1200, 1600, 1700, 6000])(
    'offers a picture of %i px in the widths that media makes',
    width => expect(widthsFor(width)).toEqual(media.widthsFor(width)),
  )

  it.each(media.renditionFormats)('names a %s file as media does', format => {
    expect(renditionUrl('0123456789abcdef0123', 480, format)).toBe(
      `/media/${media.renditionName('0123456789abcdef0123', 480, format)}`,
    )
  })

  it('falls back to a middle width, and links to the largest', () => {
    const picture = { name: '0123456789abcdef0123', width: 2400 }
    expect(pictureSources(picture).src).toBe('/media/0123456789abcdef0123-720.jpg')
    expect(pictureSources(picture).avif).toContain('-320.avif 320w, ')
    expect(largestUrl(picture)).toBe('/media/0123456789abcdef0123-1600.jpg')
  })

  it('has a file for a picture smaller than every step', () => {
    expect(pictureSources({ name: 'a', width: 200 }).src).toBe('/media/a-200.jpg')
  })
})
