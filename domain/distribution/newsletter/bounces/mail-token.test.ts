import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { messageId, readMessageId, readReturnPath, returnPath } from './mail-token.ts'

const key = randomBytes(32)
const domain = 'bounces.news.example.org'
const delivery = { edition: 12, subscriber: 90_417 }
const address = returnPath(delivery, { key, domain })
const id = messageId(delivery, { key, domain })

describe('a return path', () => {
  it('names the delivery, in a local part that every server takes', () => {
    expect(address).toMatch(/^bounce\+12\.90417\.[0-9a-v]{20}@bounces\.news\.example\.org$/)
    const most = { edition: Number.MAX_SAFE_INTEGER, subscriber: Number.MAX_SAFE_INTEGER }
    const longest = returnPath(most, { key, domain })
    expect(longest.split('@')[0]?.length).toBeLessThanOrEqual(64)
    expect(readReturnPath(longest, [key])).toEqual(most)
  })

  it.each([
    address,
    address.toUpperCase(),
    `<${address}>`,
    `"bounces" <${address}>, other@example.org`,
    `prvs=3871a2b9=${address}`,
    address.replace(domain, 'relay.example.net'),
  ])('is read in %s', text => {
    expect(readReturnPath(text, [key])).toEqual(delivery)
  })

  it.each([
    '',
    address.replace('12.', '13.'),
    address.replace('90417', '90418'),
    address.replace(/[0-9a-v]@/, last => (last === '0@' ? '1@' : '0@')),
    address.replace(/[0-9a-v]{20}@/, '@'),
    returnPath(delivery, { key: randomBytes(32), domain }),
    'bounce+9999999999999999.1.00000000000000000000@x',
  ])('is not read in %s', text => {
    expect(readReturnPath(text, [key])).toBeNull()
  })

  it('is read when an older key has signed it', () => {
    expect(readReturnPath(address, [randomBytes(32), key])).toEqual(delivery)
  })

  it('gives up on a text that guesses', () => {
    expect(readReturnPath(`bounce+1.2.${'0'.repeat(20)}@x `.repeat(100) + address, [key])).toBeNull()
  })
})

describe('a Message-ID', () => {
  it('is the same each time, and no return path', () => {
    expect(messageId(delivery, { key, domain })).toBe(id)
    expect(readReturnPath(id, [key])).toBeNull()
    expect(readMessageId(address, [key])).toBeNull()
  })

  it.each([id, id.slice(1, -1), `<other@example.org> ${id}`])('is read in %s', text => {
    expect(readMessageId(text, [key])).toEqual(delivery)
  })
})
