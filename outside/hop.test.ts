import { describe, expect, it } from 'vitest'
import { type Hop, type Method, nextHop, parseAddress, type RedirectRules, redirectTarget } from './hop.ts'

const headers = {
  accept: 'image/*',
  authorization: 'Bearer secret',
  cookie: 'a=b',
  'x-api-key': 'secret',
  'content-type': 'text/plain',
}
const hop = (method: Method, url = 'https://one.example/a'): Hop => ({
  ...{ method, url: new URL(url), headers },
  body: method === 'POST' || method === 'PUT' ? 'x' : null,
})
const next = (method: Method, status: number, target: string, rules: RedirectRules = {}) =>
  nextHop(hop(method), status, new URL(target), rules)

const HERE = 'https://one.example/b'
const ELSEWHERE = 'https://two.example/b'

describe('the request that follows a redirect', () => {
  it.each([
    ['GET', 301, 'GET'],
    ['GET', 302, 'GET'],
    ['GET', 303, 'GET'],
    ['GET', 307, 'GET'],
    ['HEAD', 301, 'HEAD'],
    ['HEAD', 303, 'HEAD'],
    ['POST', 301, 'GET'],
    ['POST', 302, 'GET'],
    ['POST', 303, 'GET'],
    ['POST', 307, 'POST'],
    ['POST', 308, 'POST'],
    ['PUT', 301, 'PUT'],
    ['PUT', 303, 'GET'],
    ['DELETE', 302, 'DELETE'],
    ['DELETE', 303, 'GET'],
  ] as const)('is, after %s and %i, one with %s', (method, status, expected) => {
    const followed = next(method, status, HERE)
    expect(followed?.method).toBe(expected)
    const isRepeated = method === expected
    expect(followed?.body).toBe(isRepeated ? hop(method).body : null)
    expect(followed?.headers['content-type']).toBe(isRepeated ? 'text/plain' : undefined)
    expect(followed?.headers.authorization).toBe('Bearer secret')
  })

  it.each([ELSEWHERE, 'https://one.example:8443/b', 'http://one.example/b'])(
    'takes nothing secret to another origin, such as %s',
    target => {
      expect(next('GET', 302, target)?.headers).toEqual({ accept: 'image/*', 'content-type': 'text/plain' })
    },
  )

  it('takes no body from https to http', () => {
    expect(next('POST', 307, 'http://one.example/b')).toBeNull()
    expect(next('POST', 303, 'http://one.example/b')?.method).toBe('GET')
  })

  it('is not made where the rules say so', () => {
    expect(next('POST', 307, ELSEWHERE, { stayAtOrigin: true })).toBeNull()
    expect(next('POST', 307, HERE, { stayAtOrigin: true })).not.toBeNull()
    expect(next('POST', 301, HERE, { keepMethod: true })).toBeNull()
    expect(next('POST', 308, HERE, { keepMethod: true })).not.toBeNull()
  })

  it.each(['file:///etc/passwd', 'ftp://one.example/', 'data:,x', 'https://user:word@one.example/'])(
    'never goes to %s',
    target => {
      expect(() => next('GET', 302, target)).toThrow(
        expect.objectContaining({ code: 'outside.invalidAddress' }),
      )
    },
  )
})

describe('where a redirect leads', () => {
  it.each([
    [302, '/b', 'https://one.example/b'],
    [308, '//two.example/', 'https://two.example/'],
    [303, '?page=2', 'https://one.example/a?page=2'],
    [302, 'http://[', undefined],
    [302, undefined, undefined],
    [300, '/b', undefined],
    [304, '/b', undefined],
    [200, '/b', undefined],
    [201, '/b', undefined],
  ])('is, for %i with %s, %s', (status, location, expected) =>
    expect(redirectTarget(hop('GET'), status, location)?.href).toBe(expected),
  )
})

describe('an address', () => {
  it.each(['', 'example.org', '//example.org', 'gopher://example.org', 'https://', 'http://a@127.0.0.1/'])(
    'is not %s',
    address => {
      expect(() => parseAddress(address)).toThrow(expect.objectContaining({ code: 'outside.invalidAddress' }))
    },
  )
})
