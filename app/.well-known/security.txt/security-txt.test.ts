import { describe, expect, it } from 'vitest'
import { securityTxt } from './security-txt.ts'

const site = 'https://news.example.org'
const now = new Date('2026-11-26T12:00:00Z')

describe('security.txt', () => {
  it('says where to write to, until when, and where it is', () => {
    expect(securityTxt(site, { setting: null, email: 'desk@example.org' }, now)?.text.split('\n')).toEqual([
      'Contact: mailto:desk@example.org',
      'Expires: 2027-05-01T00:00:00.000Z',
      'Preferred-Languages: ar, en',
      'Canonical: https://news.example.org/.well-known/security.txt',
      '',
    ])
  })

  it('goes by the setting where there is one', () => {
    const contact = { setting: 'https://example.org/report', email: 'desk@example.org' }
    expect(securityTxt(site, contact, now)?.text).toMatch(/^Contact: https:\/\/example\.org\/report\n/)
  })

  it('is not there while nobody can be written to', () => {
    expect(securityTxt(site, { setting: null, email: null }, now)).toBeNull()
  })

  it('is renewed long before it ends', () => {
    expect(securityTxt(site, { setting: null, email: 'a@b.org' }, now)?.until).toEqual(
      new Date('2026-12-01T00:00:00Z'),
    )
  })
})
