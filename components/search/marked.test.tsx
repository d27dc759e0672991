import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { marked } from './marked.tsx'

/* Marked pieces are written in braces. */
const drawn = (text: string, direction: 'rtl' | 'ltr') =>
  renderToStaticMarkup(
    marked(
      text
        .split(/(\{[^}]*\})/)
        .filter(Boolean)
        .map(piece => ({ text: piece.replace(/[{}]/g, ''), isMarked: piece.startsWith('{') })),
      direction,
    ),
  )
    .replaceAll(/<bdi dir="(rtl|ltr)"[^>]*>/g, '[')
    .replaceAll('</bdi>', ']')

describe('the marked words of a search hit', () => {
  it('stand inside the run that they are part of', () => {
    expect(drawn('وفق {BBC} News أمس', 'rtl')).toBe('وفق [<mark>BBC</mark> News] أمس')
    expect(drawn('هاتف iPhone {17}', 'rtl')).toBe('هاتف [iPhone <mark>17</mark>]')
    expect(drawn('اتصل على +961 1 {234} 567', 'rtl')).toBe('اتصل على [+961 1 <mark>234</mark> 567]')
    expect(drawn('قالت {والـBBC} أمس', 'rtl')).toBe('قالت <mark>والـ</mark>[<mark>BBC</mark>] أمس')
    expect(drawn('{خبر} عن {لبنان}', 'rtl')).toBe('<mark>خبر</mark> عن <mark>لبنان</mark>')
    expect(drawn('Comments: {أحمد} سعيد 5', 'ltr')).toBe('Comments: [<mark>أحمد</mark> سعيد] 5')
    expect(drawn('', 'rtl')).toBe('')
  })
})
