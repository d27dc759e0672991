import { describe, expect, it } from 'vitest'
import { ageInMs, numbersOn, withdrawnOn } from './freshness.mjs'

const changes = [
  { kind: 'revision', number: 1, at: 1000 },
  { kind: 'bulletin', number: 2, at: 2000 },
  { kind: 'correction', number: 3, at: 2500 },
  { kind: 'revision', number: 4, at: 3000 },
  { kind: 'withdrawal', number: 2, at: 4000 },
]
const page = (html: string, begunAt: number, name: 'front' | 'article' = 'front') => ({
  page: name,
  begunAt,
  shown: numbersOn(html),
})

describe('the age of an answer', () => {
  it('is the time since the first change that it lacks', () => {
    expect(ageInMs(page('Revision 1 of x, Bulletin 2 of x', 3600), changes)).toBe(600)
    expect(ageInMs(page('Revision 4 of x, Bulletin 2 of x', 3600), changes)).toBe(0)
    expect(ageInMs(page('Revision 4 of x', 3600), changes)).toBe(1600)
  })

  it('does not count what came while it was on its way, nor what does not stand there', () => {
    expect(ageInMs(page('Revision 1 of x, Bulletin 2 of x', 2900), changes)).toBe(0)
    expect(ageInMs(page('Revision 4 of x, Correction 3 of x', 9000, 'article'), changes)).toBe(0)
    expect(ageInMs(page('Revision 4 of x', 9000, 'article'), changes)).toBe(6500)
  })

  it('finds a headline that outlives its withdrawal', () => {
    expect(withdrawnOn(page('Bulletin 2 of x', 4001), changes)).toMatchObject({ number: 2 })
    expect(withdrawnOn(page('Bulletin 2 of x', 4000), changes)).toBeUndefined()
  })
})
