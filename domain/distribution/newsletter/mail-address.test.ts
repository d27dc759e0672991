import { describe, expect, it } from 'vitest'
import { readMailAddress } from './mail-address.ts'

const reasonOf = (typed: string) => {
  const read = readMailAddress(typed)
  return read.kind === 'wrong' ? read.reason : null
}

describe('an address', () => {
  it.each([
    ['reader@example.org', 'reader@example.org'],
    ['  Reader.Name+news@Example.ORG ', 'Reader.Name+news@example.org'],
    ["o'brien@example.org", "o'brien@example.org"],
    ['a_b-c!#$%&*=?^{|}~@sub.example.org', 'a_b-c!#$%&*=?^{|}~@sub.example.org'],
    ['reader@münchen.example', 'reader@xn--mnchen-3ya.example'],
    ['reader@مثال.example', 'reader@xn--mgbh0fb.example'],
  ])('%s is read as %s', (typed, address) => {
    expect(readMailAddress(typed)).toMatchObject({ kind: 'address', address, needsUtf8: false })
  })

  it('has one key for every spelling of it', () => {
    const keys = ['Reader@Example.org', 'reader@EXAMPLE.ORG'].map(typed => readMailAddress(typed))
    expect(keys[0]).toMatchObject({ key: 'reader@example.org' })
    expect(keys[1]).toMatchObject({ key: 'reader@example.org' })
  })

  it('with a local part that is not ASCII needs a server for it', () => {
    expect(readMailAddress('محمد@مثال.example')).toMatchObject({ kind: 'address', needsUtf8: true })
  })

  it.each([
    ['', 'empty'],
    [' \t', 'empty'],
    ['reader', 'malformed'],
    ['reader@', 'malformed'],
    ['@example.org', 'malformed'],
    ['a@@example.org', 'malformed'],
    ['a@localhost', 'malformed'],
    ['a@127.0.0.1', 'malformed'],
    ['a@example.1', 'malformed'],
    ['.a@example.org', 'malformed'],
    ['a.@example.org', 'malformed'],
    ['a..b@example.org', 'malformed'],
    ['a@-example.org', 'malformed'],
    ['a@example-.org', 'malformed'],
    ['a@exa_mple.org', 'malformed'],
    ['a@example..org', 'malformed'],
    [`a@${'x'.repeat(64)}.org`, 'malformed'],
    [`${'a'.repeat(65)}@example.org`, 'too-long'],
    [`${'ع'.repeat(40)}@example.org`, 'too-long'],
    [`a@${'example.'.repeat(35)}org`, 'too-long'],
    ['a'.repeat(5000), 'too-long'],
    ['a@example.org\r\nBcc: b@example.org', 'forbidden'],
    ['a@example.org\n', 'forbidden'],
    ['a@example.org,b@example.org', 'forbidden'],
    ['a@example.org;b@example.org', 'forbidden'],
    ['"a"@example.org', 'forbidden'],
    ['a b@example.org', 'forbidden'],
    ['A <a@example.org>', 'forbidden'],
    ['a@[127.0.0.1]', 'forbidden'],
    ['a(comment)@example.org', 'forbidden'],
    ['a\u0000@example.org', 'forbidden'],
    ['a\u00a0@example.org', 'forbidden'],
    ['a\u200f@example.org', 'forbidden'],
    ['a\u202e@example.org', 'forbidden'],
    ['a@example.org\u2028', 'forbidden'],
  ])('%j is told apart as %s', (typed, reason) => {
    expect(reasonOf(typed)).toBe(reason)
  })
})
