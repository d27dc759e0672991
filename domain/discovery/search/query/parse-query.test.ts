import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query.ts'

function asked(typed: string) {
  const query = parseQuery(typed)
  if (typeof query === 'string') throw new Error(query)
  return {
    terms: query.terms.map(({ folded, isPrefix }) => (isPrefix ? `${folded}*` : folded)),
    phrases: query.phrases,
    not: query.not.map(each => (Array.isArray(each) ? each : each.folded)),
    last: query.last?.folded ?? null,
  }
}

describe('what a reader types', () => {
  it('is words, without those that stand everywhere', () => {
    expect(asked('the port of the north').terms).toEqual(['port', 'north'])
    expect(asked('تسرب المياه في المدينة').terms).toEqual(['تسرب', 'المياه', 'المدينه'])
  })

  it('is phrases in any quotation marks, closed or not', () => {
    expect(asked('«رئيس الوزراء» مصر').phrases).toEqual([['رييس', 'الوزراء']])
    expect(asked('"prime minister').phrases).toEqual([['prime', 'minister']])
    expect(asked('“the who”').phrases).toEqual([['the', 'who']])
  })

  it('is words and phrases that must not come', () => {
    expect(asked('مرفأ -عبّارة').not).toEqual(['عباره'])
    expect(asked('harbour -"night ferry"').not).toEqual([['night', 'ferry']])
    expect(asked('كورونا-19').not).toEqual([])
    expect(asked('e-mail').terms).toEqual(['mail'])
  })

  it('is beginnings', () => {
    expect(asked('كهرب*').terms).toEqual(['كهرب*'])
  })

  it('may be unfinished in its last word only', () => {
    expect(asked('school cal').last).toBe('cal')
    expect(asked('school "cal"').last).toBeNull()
    expect(asked('cal -school').last).toBeNull()
  })

  it('may be nothing but words that stand everywhere', () => {
    expect(asked('the who').terms).toEqual(['the', 'who'])
  })

  it('takes each word once, and no more than can be meant', () => {
    expect(asked('ميناء ميناء').terms).toEqual(['ميناء'])
    expect(asked(Array.from({ length: 99 }, (_, index) => `w${index}x`).join(' ')).terms).toHaveLength(12)
  })
})

describe('what cannot be looked for', () => {
  it.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['"', 'wordless'],
    ['AND" (OR* -', 'readable'],
    ['؟!…', 'wordless'],
    ['-school', 'onlyExcluded'],
    ['-مرفأ', 'onlyExcluded'],
    ['-"night ferry"', 'onlyExcluded'],
    ['C++', 'readable'],
    ['c#', 'readable'],
    ['C', 'tooShort'],
    ['++', 'wordless'],
    ['م', 'tooShort'],
    ['a b', 'tooShort'],
  ])('%j is %s', (typed, kind) => {
    const query = parseQuery(typed)
    expect(typeof query === 'string' ? query : 'readable').toBe(kind)
  })
})
