import { describe, expect, it } from 'vitest'
import { entityTag, isCompressible, matches } from './send.ts'

describe('sending', () => {
  it('tags each coding for itself', () => {
    const body = Buffer.from('مرحبا')
    expect(entityTag(body, 'br')).not.toBe(entityTag(body, 'gzip'))
    expect(entityTag(body, 'br')).toMatch(/^"[\w-]{22}-br"$/)
  })

  it('knows a tag again', () => {
    expect(matches('"a", W/"b"', '"b"')).toBe(true)
    expect(matches('*', '"b"')).toBe(true)
    expect(matches('"c"', '"b"')).toBe(false)
    expect(matches(undefined, '"b"')).toBe(false)
  })

  it('compresses texts only', () => {
    for (const type of [
      'text/html; charset=utf-8',
      'application/json',
      'image/svg+xml',
      'application/rss+xml',
      'text/javascript',
    ])
      expect(isCompressible(type)).toBe(true)
    for (const type of ['image/avif', 'font/woff2', 'video/mp4']) expect(isCompressible(type)).toBe(false)
  })
})
