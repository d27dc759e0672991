import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { readTracking } from './read-tracking.ts'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const bot = 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'

function way(headers: IncomingHttpHeaders, { method = 'GET', peer = '203.0.113.9' } = {}) {
  const request = { method, headers: { 'user-agent': browser, ...headers }, socket: { remoteAddress: peer } }
  return readTracking(request as Parameters<typeof readTracking>[0], address => address === '10.0.0.1')
}

describe('the way of a read', () => {
  it.each<[string, IncomingHttpHeaders]>([
    ['a plain visit', {}],
    ['a visit that a browser describes', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }],
    ['a confirmed copy', { 'if-none-match': '"x"' }],
  ])('%s is counted by its request', (_, headers) => {
    expect(way(headers)).toBe('counted')
  })

  it.each<[string, IncomingHttpHeaders]>([
    ['fetched ahead', { 'sec-purpose': 'prefetch' }],
    ['rendered ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['fetched ahead by an older browser', { purpose: 'prefetch' }],
    ['fetched by a script', { 'sec-fetch-dest': 'empty' }],
    ['through a cache', { via: '1.1 varnish' }],
    ['through a proxy', { 'x-forwarded-for': '198.51.100.7' }],
    ['through a proxy that keeps to the standard', { forwarded: 'for=198.51.100.7' }],
    ['through a delivery network', { 'cdn-loop': 'edge' }],
    ['through a cache, asked by a machine: others get this answer too', { via: '1.1 x', 'user-agent': bot }],
    ['through a cache that does not say for whom', { via: '1.1 x', 'user-agent': undefined }],
  ])('%s: the page says so itself', (_, headers) => {
    expect(way(headers)).toBe('beacon')
  })

  it('through a trusted proxy that does not name itself, the page says so itself', () => {
    expect(way({}, { peer: '10.0.0.1' })).toBe('beacon')
  })

  it.each<[string, IncomingHttpHeaders, string]>([
    ['a machine', { 'user-agent': bot }, 'GET'],
    ['somebody without a name', { 'user-agent': undefined }, 'GET'],
    ['a machine that fetches ahead', { 'user-agent': bot, 'sec-purpose': 'prefetch' }, 'GET'],
    ['a question about the headers', {}, 'HEAD'],
  ])('%s is ignored', (_, headers, method) => {
    expect(way(headers, { method })).toBe('ignored')
  })
})
