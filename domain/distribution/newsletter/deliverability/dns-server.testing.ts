/* For tests: a DNS server on a port of loopback, which answers over UDP from a small zone. */
import dgram from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import type { AddressInfo } from 'node:net'

/** The records at a name, or how the server fails there: it does not answer, or refuses to. */
export type ZoneEntry =
  | { txt?: string[]; mx?: [number, string][]; a?: string[]; aaaa?: string[] }
  | 'silent'
  | 'fails'

export type DnsServer = { resolver: Resolver; asked: string[]; close: () => void }

const TYPES = new Map([
  [1, 'a'],
  [15, 'mx'],
  [16, 'txt'],
  [28, 'aaaa'],
] as const)
const CLASS_INTERNET = 1
const NO_SUCH_NAME = 3
const SERVER_FAILURE = 2

export async function startDnsServer(zone: Map<string, ZoneEntry>): Promise<DnsServer> {
  const socket = dgram.createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (query, from) => {
    const { name, end } = readName(query, 12)
    const number = query.readUInt16BE(end)
    const type = TYPES.get(number as 1)
    asked.push(`${type} ${name}`)
    const entry = zone.get(name.toLowerCase())
    if (entry === 'silent') return
    const records = entry === 'fails' || !entry || !type ? [] : dataOf(entry, type)
    const header = Buffer.from(query.subarray(0, 12))
    const code = entry === 'fails' ? SERVER_FAILURE : entry ? 0 : NO_SUCH_NAME
    header.writeUInt16BE(0x8180 | code, 2)
    for (const [index, count] of [1, records.length, 0, 0].entries())
      header.writeUInt16BE(count, 4 + index * 2)
    const answers = records.map(data => {
      const head = Buffer.alloc(12)
      head.writeUInt16BE(0xc00c, 0)
      head.writeUInt16BE(number, 2)
      head.writeUInt16BE(CLASS_INTERNET, 4)
      head.writeUInt16BE(data.length, 10)
      return Buffer.concat([head, data])
    })
    socket.send(Buffer.concat([header, query.subarray(12, end + 4), ...answers]), from.port, from.address)
  })
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  const resolver = new Resolver({ timeout: 300, tries: 1 })
  resolver.setServers([`127.0.0.1:${(socket.address() as AddressInfo).port}`])
  return { resolver, asked, close: () => socket.close() }
}

function dataOf(entry: Exclude<ZoneEntry, string>, type: 'a' | 'mx' | 'txt' | 'aaaa'): Buffer[] {
  if (type === 'txt') return (entry.txt ?? []).map(pieces)
  if (type === 'a') return (entry.a ?? []).map(address => Buffer.from(address.split('.').map(Number)))
  if (type === 'aaaa')
    return (entry.aaaa ?? []).map(address => Buffer.from(address.replaceAll(':', ''), 'hex'))
  return (entry.mx ?? []).map(([priority, host]) => {
    const head = Buffer.alloc(2)
    head.writeUInt16BE(priority)
    return Buffer.concat([head, writeName(host)])
  })
}

/* In strings of at most 255 bytes, as a server sends a long text. */
function pieces(text: string): Buffer {
  const all = (text.match(/.{1,255}/gs) ?? ['']).map(piece => Buffer.from(piece))
  return Buffer.concat(all.flatMap(piece => [Buffer.from([piece.length]), piece]))
}

function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = []
  let at = start
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.'), end: at + 1 }
}

function writeName(name: string): Buffer {
  const labels = name.split('.').filter(Boolean)
  return Buffer.concat([
    ...labels.map(label => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ])
}
