import { describe, expect, it } from 'vitest'
import { cleanAddress } from '#server/requests/clean-address.ts'
import { cacheKey } from './cache-key.ts'

function keyOf(target: string): string {
  const address = cleanAddress(target)
  if (typeof address === 'string') throw new Error(`${target} is ${address}`)
  return cacheKey(address)
}

describe('the key of a page', () => {
  it.each([
    ['/ar', '/ar'],
    ['/ar?page=2', '/ar'],
    ['/en/sport?page=2&utm_source=x', '/en/sport?page=2'],
    ['/en/sport?page=1', '/en/sport'],
    ['/en/sport?page=02', '/en/sport?page=0'],
    ['/en/sport?page=501', '/en/sport?page=0'],
    ['/en/sport?page=2&page=3', '/en/sport?page=0'],
    ['/en/topics?page=2', '/en/topics'],
    ['/en/topics/ports?page=2', '/en/topics/ports?page=2'],
    ['/en/authors/rana?page=3', '/en/authors/rana?page=3'],
    ['/en/archive?page=2', '/en/archive'],
    ['/en/archive/2026/02?page=2', '/en/archive/2026/02?page=2'],
    ['/en/archive/2026/02/22?page=2', '/en/archive/2026/02/22?page=2'],
    ['/en/sport/12/a-story?page=2&fbclid=x', '/en/sport/12/a-story'],
    ['/en/pages/about?page=2', '/en/pages/about'],
    ['/robots.txt?page=2', '/robots.txt'],
    ['/ar/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9?x', '/ar/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9'],
    ['/ar/سياسة', '/ar/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9'],
  ])('of %s is %s', (target, key) => {
    expect(keyOf(target)).toBe(key)
  })
})
