import { expect, it } from 'vitest'
import { zoneLine } from './zone-line.ts'

it('a record is written as a zone file has it', () => {
  const name = 'news.example.org'
  expect(zoneLine({ name, type: 'MX', value: '10 mx.example.org.' })).toBe(
    'news.example.org. IN MX 10 mx.example.org.',
  )
  expect(zoneLine({ name, type: 'TXT', value: `p=${'A'.repeat(300)}` })).toBe(
    `news.example.org. IN TXT "p=${'A'.repeat(253)}" "${'A'.repeat(47)}"`,
  )
})
