import { describe, expect, it } from 'vitest'
import { addressKey, pathKey } from './address-key.ts'

describe('an old address', () => {
  it.each([
    ['http://old.example//greek/%ce%b5%cf%80-2/', '/greek/επ-2'],
    ['https://old.example/2024/05/%D8%B1/', '/2024/05/ر'],
    ['/a//b///c/', '/a/b/c'],
    ['/100%/', '/100%'],
    ['https://old.example/?p=17', '/?p=17'],
    ['https://old.example/blog/?utm=x&page_id=4#top', '/blog?page_id=4'],
    ['/cafe\u0301', '/caf\u00e9'],
  ])('%s is kept as %s', (url, key) => {
    expect(addressKey(url)).toBe(key)
  })

  it('is none when it names nothing', () => {
    for (const url of ['https://old.example/', '/', '/?utm=x', '']) expect(addressKey(url)).toBeNull()
  })

  it('is the same however its slashes are written', () => {
    expect(pathKey('//a/b/')).toBe(pathKey('/a/b'))
  })
})
