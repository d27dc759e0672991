import { describe, expect, it } from 'vitest'
import { chooseCoding, compress, decompress } from './content-coding.ts'

describe('the coding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip,deflate', 'gzip'],
    ['gzip', 'gzip'],
    ['GZIP, BR', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['br;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    ['identity;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['gzip;q=0.5, identity', 'identity'],
    ['br;q=5', 'br'],
    ['br;q=-1', 'identity'],
    ['gzip;q=nonsense', 'identity'],
    ['deflate, zstd', 'identity'],
    [',;,=;q', 'identity'],
    ['x'.repeat(4096), 'identity'],
    [`gzip,${'a,'.repeat(2048)}`, 'gzip'],
    ['br;q="'.repeat(680), 'identity'],
  ])('by Accept-Encoding %.60s is %s', (header, coding) => {
    expect([chooseCoding(header), chooseCoding(header)]).toEqual([coding, coding])
  })

  it('stays right when strangers send ever new headers', () => {
    for (let number = 0; number < 1000; number++) chooseCoding(`x-${number}, gzip`)
    expect(chooseCoding('gzip, deflate, br, zstd')).toBe('br')
  })

  it.each(['br', 'gzip', 'identity'] as const)('%s gives the same bytes back', async coding => {
    const body = Buffer.from('مرحبا '.repeat(500))
    expect(await decompress(await compress(body, coding), coding)).toEqual(body)
  })
})
