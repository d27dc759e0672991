import { describe, expect, it } from 'vitest'
import { chosenAddress } from './srcset-choice.ts'

const srcSet = [320, 480, 720, 1080, 1600].map(width => `/media/a-${width}.avif ${width}w`).join(', ')
const taken = (sizes: string, width: number, density: number) =>
  chosenAddress(srcSet, sizes, { width, density })?.replace(/\D+/g, '')

describe('chosenAddress', () => {
  const lead = '(min-width: 80em) 42rem, (min-width: 64em) 50vw, calc(100vw - 2rem)'

  it.each([
    [390, 3, '1080'],
    [390, 2, '720'],
    [1100, 1, '720'],
    [1440, 1, '720'],
    [1440, 2, '1600'],
    [390, 1, '480'],
  ])('takes what a browser of %i pixels with %i dots each takes', (width, density, expected) => {
    expect(taken(lead, width, density)).toBe(expected)
  })

  it('takes the widest where none is wide enough, and fixed widths as they are', () => {
    expect(taken('100vw', 2000, 3)).toBe('1600')
    expect(taken('72px', 1440, 2)).toBe('320')
    expect(taken('(min-width: 48em) 12rem, 6.5rem', 390, 3)).toBe('320')
  })

  it.each(['min(10rem, 50vw)', '', 'auto'])('gives up on %j', sizes => {
    expect(taken(sizes, 390, 2)).toBeUndefined()
  })
})
