import { beforeAll, describe, expect, it } from 'vitest'
import { fitHeadline } from './fit-headline.ts'
import { loadShareFonts } from './share-fonts.ts'

const box = { width: 632, height: 354 }

describe('a headline on a share image', () => {
  beforeAll(() => loadShareFonts('domain/distribution/share-images/fonts'))

  /* Each of these has letters that reach beyond their line at some size. */
  it.each([
    ['en', 'One dot in a birth record used to need a lawyer. Now it takes a phone call'],
    ['en', 'Third-choice keeper comes on in the 118th minute and saves three penalties'],
    ['ar', 'خط هاتفي لتصحيح الأسماء في السجل المدني بلا محامٍ ولا معاملة'],
    ['ar', 'رئيس الوزراء يعلن: «انخفاض التضخم 12.5%» (رويترز) في 2026 وفق BBC News أمس'],
  ] as const)('fills its room in %s: %s', async (locale, headline) => {
    const { width, height } = await fitHeadline(headline, locale, box)
    expect(height).toBeGreaterThan(box.height * 0.6)
    expect(height).toBeLessThanOrEqual(box.height)
    expect(width).toBeGreaterThan(box.width * 0.6)
    expect(width).toBeLessThanOrEqual(box.width + 10)
  })

  it('has lines of about one width, and no short word alone in the last', async () => {
    const words = 'Ports recover as freight rates fall to their lowest level of two years'
    const { data, width, height } = await fitHeadline(words, 'en', box)
    const inkOf = (row: number) => {
      const columns = Array.from({ length: width }, (_, column) => data[(row * width + column) * 4 + 3] ?? 0)
      return columns.findLastIndex(alpha => alpha > 0)
    }
    const lastLine = Array.from({ length: 40 }, (_, index) => inkOf(height - 1 - index))
    expect(Math.max(...lastLine)).toBeGreaterThan(width * 0.5)
  })
})
