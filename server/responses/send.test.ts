import { describe, expect, it } from 'vitest'
import { chooseCoding, entityTag, isCompressible, matches } from './send.ts'

describe('sending', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['identity', 'identity'],
    ['br;q=0, *', 'gzip'],
  ])('Accept-Encoding %s gets %s', (header, coding) => {
    expect(chooseCoding(header)).toBe(coding)
  })

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
