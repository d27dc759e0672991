import type { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'

/** An answer of the DNS. `none`: the server says so; then `isName` tells whether the name exists at all. */
export type Answer<Item> =
  | { kind: 'records'; records: Item[] }
  | { kind: 'none'; isName: boolean }
  | { kind: 'unknown'; reason: string }

/** The part of Node's resolver that is needed. */
export type DnsResolver = Pick<Resolver, 'resolveTxt' | 'resolveMx' | 'resolve4' | 'resolve6'>

/** The texts at a name; one that is longer than 255 bytes comes in pieces, which belong together without a space. */
export function textsAt(resolver: DnsResolver, name: string): Promise<Answer<string>> {
  return answer(async () => (await resolver.resolveTxt(name)).map(pieces => pieces.join('')))
}

/** The mail servers of a domain, the preferred ones first. */
export function mailServersOf(resolver: DnsResolver, name: string): Promise<Answer<string>> {
  return answer(async () => {
    const servers = await resolver.resolveMx(name)
    return servers.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)
  })
}

/** The addresses of a host, of both families. */
export async function addressesOf(resolver: DnsResolver, host: string): Promise<Answer<string>> {
  if (isIP(host)) return { kind: 'records', records: [host] }
  const both = await Promise.all([
    answer(() => resolver.resolve4(host)),
    answer(() => resolver.resolve6(host)),
  ])
  const records = both.flatMap(each => (each.kind === 'records' ? each.records : []))
  if (records.length > 0) return { kind: 'records', records }
  return both.find(({ kind }) => kind === 'unknown') ?? both[0]
}

async function answer<Item>(ask: () => Promise<Item[]>): Promise<Answer<Item>> {
  try {
    const records = await ask()
    return records.length > 0 ? { kind: 'records', records } : { kind: 'none', isName: true }
  } catch (error) {
    const { code = 'no answer' } = error as NodeJS.ErrnoException
    if (code === 'ENOTFOUND') return { kind: 'none', isName: false }
    if (code === 'ENODATA') return { kind: 'none', isName: true }
    return { kind: 'unknown', reason: code }
  }
}
