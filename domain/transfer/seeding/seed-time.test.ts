import { expect, it } from 'vitest'
import { parseSeedTime, resolveTime } from './seed-time.ts'

/* 15:30 in Riyadh. */
const ANCHOR = new Date('2026-11-23T12:30:00Z')
const resolved = (text: string) => {
  const time = parseSeedTime(text)
  return time && resolveTime(time, ANCHOR).toISOString().replace(':00.000Z', 'Z')
}

it.each([
  ['2026-11-20T14:20:00Z', '2026-11-20T14:20Z'],
  ['2026-11-20T14:20+03:00', '2026-11-20T11:20Z'],
  ['-35m', '2026-11-23T11:55Z'],
  ['-7h30m', '2026-11-23T05:00Z'],
  ['-2d', '2026-11-21T12:30Z'],
  ['-1d6h', '2026-11-22T06:30Z'],
  ['+6h', '2026-11-23T18:30Z'],
  ['-2d 14:20', '2026-11-21T11:20Z'],
  ['-0d 00:05', '2026-11-22T21:05Z'],
  ['-40d 9:05', '2026-10-14T06:05Z'],
])('understands %s', (text, instant) => {
  expect(resolved(text)).toBe(instant)
})

it.each([
  'yesterday',
  '-3',
  '3h',
  '-',
  '-h',
  '-2d 24:00',
  '-2d 12:60',
  '2026-11-20',
  '2026-11-20T14:20:00',
  '2026-13-40T00:00:00Z',
  '',
])('refuses %j', text => {
  expect(parseSeedTime(text)).toBeNull()
})
