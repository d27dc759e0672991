import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientAddressBehind, trustedProxies } from './client-address.ts'

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

describe('the address of a client', () => {
  it.each([
    [[], '203.0.113.9', '1.1.1.1', '203.0.113.9'],
    [['127.0.0.1'], '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    [['127.0.0.1'], '127.0.0.1', '6.6.6.6, 203.0.113.9', '203.0.113.9'],
    [['127.0.0.1', '10.0.0.0/8'], '127.0.0.1', '6.6.6.6, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    [['127.0.0.1'], '127.0.0.1', undefined, '127.0.0.1'],
    [['127.0.0.1'], '127.0.0.1', 'nonsense', '127.0.0.1'],
    [['::1', '2001:db8::/32'], '::1', '2001:db8::5', '2001:db8::5'],
    [['127.0.0.1'], '203.0.113.9', '6.6.6.6', '203.0.113.9'],
  ])('trusting %j, from %s with X-Forwarded-For %s it is %s', (trusted, remote, forwarded, expected) => {
    expect(clientAddressBehind(trusted)(request(remote, forwarded))).toBe(expected)
  })
})

describe('trusted proxies', () => {
  const isTrusted = trustedProxies(['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'])

  it.each(['127.0.0.1', '::ffff:127.0.0.1', '10.9.8.7', '2001:db8::1'])('%s is one', address => {
    expect(isTrusted(address)).toBe(true)
  })

  it.each(['127.0.0.2', '203.0.113.9', '::1', 'unix', '', undefined])('%s is none', address => {
    expect(isTrusted(address)).toBe(false)
    expect(trustedProxies([])(address)).toBe(false)
  })
})
