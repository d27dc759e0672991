import { describe, expect, it } from 'vitest'
import { compose } from './compose.ts'
import { markedPage, partsPageOf } from './parts.testing.ts'
import { readParts, withoutStories } from './shared-parts.ts'

const none: ReadonlySet<number> = new Set()

function ownOf(source: string) {
  const page = markedPage(source)
  if (page.kind !== 'page') throw new Error('A redirect has no text')
  return { bytes: page.body, hash: 'own', marks: page.marks ?? [] }
}

const column = (count: number, pictured: number, without: number[]) =>
  `<shared-part name="latest" choice='${JSON.stringify({ count, pictured, without })}'></shared-part>`

const whole = (source: string, parts = readParts(partsPageOf(), 'ar', 1), gone = none) =>
  compose(ownOf(source), parts, gone).bytes().toString()

describe('putting a page together', () => {
  it('fills each place with its part, by bytes and not by letters', () => {
    expect(
      whole(
        'أول<shared-part name="date"></shared-part>وسط<shared-part name="sections" choice="world"></shared-part><main>نص</main><shared-part name="footer"></shared-part>آخر',
      ),
    ).toBe('أولالثلاثاءوسط<nav>العالم</nav><main>نص</main><footer>تذييل</footer>آخر')
  })

  it('takes the general rendition where there is none of its own', () => {
    expect(whole('<shared-part name="sections" choice="gone"></shared-part>')).toBe('<nav>كلها</nav>')
  })

  it('names the strip on the document, and nothing while there is none', () => {
    const page =
      '<html lang="ar" data-breaking=""><body><shared-part name="breaking"></shared-part></body></html>'
    expect(whole(page)).toBe('<html lang="ar"><body></body></html>')
    const parts = readParts(partsPageOf({ breaking: 'عاجل' }), 'ar', 1)
    expect(whole(page, parts)).toBe(
      '<html lang="ar" data-breaking="ar-1"><body><breaking-strip data-id="ar-1"><p>عاجل</p></breaking-strip></body></html>',
    )
  })

  it('chooses the latest headlines: as many as asked for, without what stands elsewhere, some with their picture', () => {
    const parts = readParts(partsPageOf({ latest: [1, 2, 9, 3, 4, 5, 6] }), 'ar', 1)
    expect(whole(column(3, 1, [2]), parts)).toBe(
      '<aside><ol><li><img alt="ص">خبر 1</li><li>خبر 3</li><li>خبر 4</li></ol></aside>',
    )
    expect(whole(column(50, 0, []), parts)).not.toContain('<img')
  })

  it('has no column without a headline', () => {
    expect(whole(`<p>${column(5, 0, [1, 2, 3, 4])}</p>`)).toBe('<p></p>')
    expect(whole(`<p>${column(5, 0, [])}</p>`, readParts(partsPageOf({ latest: [] }), 'ar', 1))).toBe(
      '<p></p>',
    )
  })

  it('leaves out what shows a withdrawn story, in its own text and in the parts', () => {
    const parts = withoutStories(readParts(partsPageOf(), 'ar', 1), [2, 9])
    const page =
      '<shared-part name="story" story="7"><b>7</b></shared-part><shared-part name="story" story="8"><b>8</b></shared-part><shared-part name="mostRead"></shared-part>'
    expect(whole(page + column(9, 0, []), parts, new Set([7]))).toBe(
      '<b>8</b><ol></ol><aside><ol><li>خبر 1</li><li>خبر 3</li><li>خبر 4</li></ol></aside>',
    )
  })

  it('has one name for the same bytes, and another for others', () => {
    const own = ownOf(`<shared-part name="date"></shared-part>${column(2, 0, [])}`)
    const nameOf = (page = partsPageOf(), gone = none) => compose(own, readParts(page, 'ar', 1), gone).hash
    expect(nameOf()).toBe(nameOf(partsPageOf({ latest: [1, 2, 8] })))
    expect(nameOf()).not.toBe(nameOf(partsPageOf({ latest: [5, 1, 2] })))
  })
})

describe('reading the parts', () => {
  it('refuses a drawing in which one is missing', () => {
    expect(() => readParts(markedPage('<shared-part name="date">x</shared-part>'), 'ar', 1)).toThrow(
      'sections',
    )
  })

  it('refuses a fault', () => {
    expect(() => readParts({ ...partsPageOf(), status: 500 } as never, 'ar', 1)).toThrow('not drawn')
  })
})
