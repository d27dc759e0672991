import { describe, expect, it } from 'vitest'
import { addressOf, cleanAddress } from './clean-address.ts'

function clean(target: string) {
  const address = cleanAddress(target)
  if (typeof address === 'string') return address
  return { to: addressOf(address), isMisspelt: address.isMisspelt }
}

describe('the address of a request', () => {
  it.each([
    ['/', '/'],
    ['/ar', '/ar'],
    ['/ar/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9', '/ar/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9'],
    ['/ar/%d8%b3?page=2', '/ar/%D8%B3?page=2'],
    ['/ar/س', '/ar/%D8%B3'],
    ['/en/a%2Fb', '/en/a%2Fb'],
    ['/en/search?q=%zz', '/en/search?q=%25zz'],
    ['/en?q=a%00b?c', '/en?q=a%00b%3Fc'],
    ['/en/\\evil.example', '/en/%5Cevil.example'],
  ])('%s is understood', (target, to) => {
    expect(clean(target)).toEqual({ to, isMisspelt: false })
  })

  it.each([
    ['/ar/', '/ar'],
    ['//evil.example/x', '/evil.example/x'],
    ['//', '/'],
    ['/AR/x', '/ar/x'],
    ['/En', '/en'],
    ['/en//a/?b=1', '/en/a?b=1'],
    [`/en/${encodeURIComponent('cafe\u0301')}`, '/en/caf%C3%A9'],
  ])('%s has a better spelling', (target, to) => {
    expect(clean(target)).toEqual({ to, isMisspelt: true })
  })

  it.each([
    '/%',
    '/ar/%E0%A4',
    '/%zz',
    '/a%00b',
    '/../etc/passwd',
    '/ar/%2e%2e/x',
    '/%0d%0aSet-Cookie:x',
    'http://evil.example/',
    '*',
    '',
  ])('%s is refused', target => {
    expect(cleanAddress(target)).toBe('malformed')
  })

  it('refuses what no address of ours is long enough for', () => {
    expect(cleanAddress(`/${'a'.repeat(9000)}`)).toBe('too-long')
  })
})
