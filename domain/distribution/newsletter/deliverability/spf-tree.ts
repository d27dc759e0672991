import { BlockList, isIP } from 'node:net'
import { addressesOf, type DnsResolver, mailServersOf, textsAt } from './dns-answers.ts'

/** All records of SPF that a domain's own one leads to. */
export type SpfTree = {
  /** Its mechanisms, those of included records as well, in lower case and without `+`. */
  mechanisms: string[]
  /** The terms that ask the DNS; more than ten, and receivers take the record for none (RFC 7208, 4.6.4). */
  lookups: number
  /** The qualifier of `all`, of a redirect's target where it redirects; null without one. */
  all: string | null
  /** The fault of the record. */
  faults: string[]
  /** Names that gave no answer. */
  unanswered: string[]
  /** Networks that may send, as far as they are known. */
  allowed: BlockList
}

const MOST_TERMS = 100
const MOST_LOOKUPS = 40

/** Reads a record and everything that it includes. */
export async function spfTree(resolver: DnsResolver, domain: string, record: string): Promise<SpfTree> {
  const tree: SpfTree = {
    ...{ mechanisms: [], lookups: 0, all: null, faults: [], unanswered: [] },
    allowed: new BlockList(),
  }
  await readRecord(record, domain, [domain])
  return tree

  async function readRecord(text: string, at: string, way: string[]): Promise<string | null> {
    let all: string | null = null
    let redirect: string | null = null
    for (const term of text.split(/\s+/).slice(1, MOST_TERMS)) {
      const [, qualifier = '', name = '', separator = '', value = ''] =
        /^([+?~-]?)([A-Za-z][\w.-]*)([:=/]?)(.*)$/.exec(term) ?? []
      const mechanism = name.toLowerCase()
      if (term === '') continue
      if (separator === '=') redirect = mechanism === 'redirect' ? value : redirect
      else if (mechanism === 'all') all ??= qualifier || '+'
      else await readMechanism({ mechanism, rest: separator + value, term, qualifier, at, way })
    }
    const result = all ?? (redirect === null ? null : await follow(redirect, way, 'redirect'))
    if (way.length === 1) tree.all = result
    return result
  }

  type Term = {
    mechanism: string
    rest: string
    term: string
    qualifier: string
    at: string
    way: string[]
  }

  async function readMechanism({ mechanism, rest, term, qualifier, at, way }: Term): Promise<void> {
    const isAllowing = qualifier === '' || qualifier === '+'
    if (isAllowing) tree.mechanisms.push(`${mechanism}${rest}`.toLowerCase())
    if (mechanism === 'ip4' || mechanism === 'ip6') return allow(rest.slice(1), term)
    if (!/^(?:a|mx|ptr|exists|include)$/.test(mechanism))
      return void tree.faults.push(`"${term}" is no term of SPF`)
    if (mechanism === 'include') return void (await follow(rest.slice(1), way, 'include'))
    if (!isCounted()) return
    const [, host = at] = /^:([^/]+)/.exec(rest) ?? []
    if (isAllowing && !host.includes('%') && /^(?:a|mx)$/.test(mechanism)) await allowHosts(mechanism, host)
  }

  async function follow(target: string, way: string[], by: 'include' | 'redirect'): Promise<string | null> {
    if (!isCounted() || target.includes('%')) return null
    const name = target.toLowerCase().replace(/\.$/, '')
    if (way.includes(name)) {
      tree.faults.push(`it includes ${name} in a circle`)
      return null
    }
    const answer = await textsAt(resolver, name)
    if (answer.kind === 'unknown') {
      tree.unanswered.push(name)
      return null
    }
    const records = answer.kind === 'records' ? spfRecords(answer.records) : []
    if (records.length !== 1) {
      const count = records.length === 0 ? 'no record' : 'several records'
      tree.faults.push(`its ${by} names ${name}, which has ${count} of SPF`)
      return null
    }
    return readRecord(records[0] ?? '', name, [...way, name])
  }

  function isCounted(): boolean {
    tree.lookups += 1
    return tree.lookups <= MOST_LOOKUPS
  }

  async function allowHosts(mechanism: string, host: string): Promise<void> {
    const servers = mechanism === 'mx' ? await mailServersOf(resolver, host) : null
    if (servers?.kind === 'unknown') tree.unanswered.push(host)
    const hosts = servers === null ? [host] : servers.kind === 'records' ? servers.records.slice(0, 10) : []
    for (const each of hosts) {
      const answer = await addressesOf(resolver, each)
      if (answer.kind === 'records') for (const address of answer.records) allow(address, address)
      if (answer.kind === 'unknown') tree.unanswered.push(each)
    }
  }

  function allow(network: string, term: string): void {
    const [address = '', bits] = network.split('/')
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    const length = bits === undefined ? most : Number(bits)
    if (family === 0 || !(length >= 0 && length <= most)) tree.faults.push(`"${term}" is no network`)
    else tree.allowed.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
  }
}

/** The records of SPF among the texts at a name. */
export function spfRecords(texts: string[]): string[] {
  return texts.filter(text => /^v=spf1(?:\s|$)/i.test(text))
}
