import { describe, expect, it } from 'vitest'
import { parseQuery } from '#domain/discovery/search/query/parse-query.ts'
import { bestPassage } from './best-passage.ts'
import { markedText } from './marked-text.ts'
import { wordMatcher } from './word-matcher.ts'

function wanted(typed: string) {
  const query = parseQuery(typed)
  if (typeof query === 'string') throw new Error(query)
  return wordMatcher(query, new Map())
}

const markedIn = (text: string, typed: string) =>
  markedText(text, wanted(typed))
    .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('')

describe('marks', () => {
  it('stand around whole words as they are written, in any form', () => {
    expect(markedIn('قالت والحكوماتُ في ٢٠٢٦: لا', 'حكومه 2026')).toBe('قالت [والحكوماتُ] في [٢٠٢٦]: لا')
    expect(markedIn('Old tram depots, trams.', 'trams')).toBe('Old [tram] depots, [trams].')
  })

  it('lose nothing of the text', () => {
    const text = '<b>مرحبا</b> & "tram"\u200f'
    expect(
      markedText(text, wanted('tram'))
        .map(piece => piece.text)
        .join(''),
    ).toBe(text)
  })

  it('leave out the fillers of a phrase', () => {
    expect(markedIn('The Port of the North', '"port of the north"')).toBe('The [Port] of the [North]')
  })
})

describe('a passage', () => {
  const filler = 'word '.repeat(60)

  it('is where most of the words are, cut between words', () => {
    const text = `${filler}tram ${filler}\n${filler}the tram depot opened ${filler}`
    const passage = bestPassage(text, wanted('tram depot')) ?? ''
    expect(passage).toContain('the tram depot opened')
    expect(passage.length).toBeLessThanOrEqual(203)
    expect(passage).toMatch(/^…word .* word…$/)
  })

  it('is a whole line where that is short', () => {
    expect(bestPassage('Nothing.\nThe tram.', wanted('tram'))).toBe('The tram.')
  })

  it('is null where nothing is wanted', () => {
    expect(bestPassage('Nothing.', wanted('tram'))).toBeNull()
  })
})
