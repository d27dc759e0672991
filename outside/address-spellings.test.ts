import { describe, expect, it } from 'vitest'
import { expectedAmong } from '#errors/expected-error.ts'
import { requestOutside } from './request-outside.ts'

const siteUrl = 'https://news.example.org'

/* Of this machine, a private network, a carrier, a cloud, and nobody. */
const PRIVATE = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.254.1',
  '192.168.0.10',
  '100.64.0.7',
  '169.254.169.254',
  '0.0.0.0',
]

const numberOf = (address: string) =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0)
const hex = (number: number, length = 0) => number.toString(16).padStart(length, '0')

/* Spellings that the URL standard reads as the same IPv4 address. */
function spellingsOf(address: string): string[] {
  const number = numberOf(address)
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  const bases = [
    String,
    (part: number) => `0x${hex(part)}`,
    (part: number) => `0X${hex(part, 8).toUpperCase()}`,
  ]
  const octal = (part: number) => `0${part.toString(8)}`
  const plain = [...bases, octal].flatMap(write => [
    write(number),
    [a, b, c, d].map(write).join('.'),
    [a, b, c * 256 + d].map(write).join('.'),
    [a, (b * 256 + c) * 256 + d].map(write).join('.'),
    `${write(a)}.${b}.${octal(c)}.0x${hex(d)}`,
  ])
  const dotted = [...plain, ...plain.map(text => `${text}.`)]
  const encoded = [address, ...plain.slice(0, 4)].map(text =>
    [...text].map(letter => `%${hex(letter.charCodeAt(0), 2)}`).join(''),
  )
  const wide = String(address).replace(/\d/g, digit => String.fromCodePoint(0xff10 + Number(digit)))
  const circled = String(address).replace(/[1-9]/g, digit => String.fromCodePoint(0x2460 + Number(digit) - 1))
  return [...dotted, ...encoded, wide, circled, address.replaceAll('.', '。'), wide.replaceAll('.', '．')]
}

/* Addresses of IPv6 that carry it. */
function carriersOf(address: string): string[] {
  const number = numberOf(address)
  const halves = `${hex(Math.floor(number / 65536))}:${hex(number % 65536)}`
  return [
    `[::ffff:${address}]`,
    `[::ffff:${halves}]`,
    `[::FFFF:${halves.toUpperCase()}]`,
    `[0:0:0:0:0:ffff:${address}]`,
    `[0000:0000:0000:0000:0000:FFFF:${halves}]`,
    `[::${address}]`,
    `[::${halves}]`,
    `[::ffff:0:${halves}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${halves}]`,
    `[2002:${halves}::1]`,
    `[2001::${halves}]`,
  ]
}

const IPV6 = ['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[fe80::1]', '[fd00:ec2::254]', '[ff02::1]', '[fec0::1]']

const hosts = [...PRIVATE.flatMap(address => [...spellingsOf(address), ...carriersOf(address)]), ...IPV6]
const urls = [
  ...hosts.flatMap(host => [`http://${host}/`, `https://${host}:8443/x`]),
  ...hosts.map(host => `http://news.example.org@${host}/`),
  ...hosts.map(host => `http:\\\\${host}\\`),
]

describe('a private address', () => {
  it('is refused however it is spelled, and nobody is asked for its name', async () => {
    expect(urls.length).toBeGreaterThan(1_000)
    const names: string[] = []
    const resolve = async (name: string) => {
      names.push(name)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const codes = await Promise.all(
      urls.map(url =>
        requestOutside({ url, siteUrl, resolve }).then(
          () => `${url} was asked`,
          error => expectedAmong(error)?.code ?? String(error),
        ),
      ),
    )
    expect(names).toEqual([])
    expect(new Set(codes)).toEqual(new Set(['outside.refusedAddress', 'outside.invalidAddress']))
    expect(codes.filter(code => code === 'outside.refusedAddress').length).toBeGreaterThan(700)
  })

  it.each(['localhost', 'LOCALHOST', 'localhost.', 'ｌｏｃａｌｈｏｓｔ', 'loc%61lhost'])(
    'is refused behind the name %s',
    async name => {
      await expect(requestOutside({ url: `http://${name}:9/`, siteUrl })).rejects.toMatchObject({
        code: expect.stringMatching(/^outside\.(refusedAddress|unresolved)$/),
      })
    },
  )
})
