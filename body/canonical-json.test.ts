import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('is the same for what holds the same, in whatever order it came', () => {
    const one = { type: 'doc', content: [{ text: 'أ', marks: [], attrs: { b: 1, a: null } }] }
    const other = { content: [{ attrs: { a: null, b: 1 }, marks: [], text: 'أ' }], type: 'doc' }
    expect(canonicalJson(one)).toBe(canonicalJson(other))
    expect(canonicalJson(one)).toBe(
      '{"content":[{"attrs":{"a":null,"b":1},"marks":[],"text":"أ"}],"type":"doc"}',
    )
  })

  it('says what JSON says', () => {
    for (const value of [null, true, 1.5, Number.NaN, 'a"\n\u2028', [], {}, [[1], { a: [] }], new Date(0)])
      expect(canonicalJson(value)).toBe(JSON.stringify(value))
    expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}')
  })
})
