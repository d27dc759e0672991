import { describe, expect, it } from 'vitest'
import { ExpectedError, expectedAmong, isExpected } from '#errors/expected-error.ts'
import { errorWords } from './error-words.ts'

const stale = new ExpectedError('publishing.staleRevision', { seen: 3, current: 4 })

describe('the words of an expected error', () => {
  it('are in the language of whoever reads them', () => {
    expect(errorWords(stale, 'en')).toMatch(/revision 4/)
    expect(errorWords(stale, 'ar')).toMatch(/النسخة 4/)
  })

  it('isolate a name of the other direction', () => {
    const refused = new ExpectedError('publishing.notAllowed', {
      actor: 'Rana (desk)',
      permission: 'article.publish',
    })
    expect(errorWords(refused, 'ar')).toContain('\u2068Rana (desk)\u2069')
    expect(errorWords(refused, 'en')).not.toContain('\u2068')
  })

  it('leave what looks like syntax as it is', () => {
    const strange = new ExpectedError('publishing.notAllowed', {
      actor: "{x} '<b>",
      permission: 'article.write',
    })
    expect(errorWords(strange, 'en')).toContain("{x} '<b>")
  })

  it('are English where only administrators meet the error', () => {
    const wrong = new ExpectedError('setting.invalid', { name: 'PORT', given: '"x"', expected: 'a port' })
    expect(errorWords(wrong, 'ar')).toContain('PORT')
  })
})

describe('an expected error', () => {
  it('is told apart by its code and by the beginning of its code', () => {
    expect(isExpected(stale)).toBe(true)
    expect(isExpected(stale, 'publishing')).toBe(true)
    expect(isExpected(stale, 'publishing.staleRevision')).toBe(true)
    expect(isExpected(stale, 'publishing.notAllowed')).toBe(false)
    expect(isExpected(new Error('publishing.staleRevision'))).toBe(false)
  })

  it('is found among the causes of another', () => {
    expect(expectedAmong(new Error('query', { cause: new Error('x', { cause: stale }) }))).toBe(stale)
    expect(expectedAmong(new Error('query'))).toBeNull()
  })
})
