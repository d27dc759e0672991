import { isIPv4 } from 'node:net'
import { addressesOf, type DnsResolver, textsAt } from './dns-answers.ts'
import type { RecordCheck, WantedRecord } from './record-check.ts'
import { relayMechanism } from './relay-mechanism.ts'
import { type SpfTree, spfRecords, spfTree } from './spf-tree.ts'

const MOST_LOOKUPS = 10

/**
 * Checks which servers may send mail for a domain (RFC 7208): the domain of the return path, since receivers look
 * there. `relay` is the host of SMTP_URL.
 */
export async function checkSpf(
  resolver: DnsResolver,
  { domain, relay }: { domain: string; relay: string | null },
): Promise<RecordCheck> {
  const mechanism = relay === null ? null : relayMechanism(relay)
  const check = (
    state: RecordCheck['state'],
    what: string,
    more: Partial<RecordCheck> = {},
  ): RecordCheck => ({
    ...{ record: 'spf', name: domain, found: [], add: null },
    ...{ state, what, ...more },
  })
  const add: WantedRecord = { name: domain, type: 'TXT', value: `v=spf1 ${mechanism ?? 'a mx'} ~all` }
  const answer = await textsAt(resolver, domain)
  if (answer.kind === 'unknown')
    return check('unknown', `The DNS gave no answer for ${domain} (${answer.reason}). Ask again later.`)
  const found = answer.kind === 'records' ? spfRecords(answer.records) : []
  const [record] = found
  if (record === undefined)
    return check('missing', `${absence(answer, domain)} Add one that allows ${allowed(relay, mechanism)}.`, {
      add,
    })
  if (found.length > 1)
    return check('wrong', `${domain} has ${found.length} records of SPF, so receivers use none. Keep one.`, {
      found,
    })

  const tree = await spfTree(resolver, domain, record)
  const fault = faultOf(tree)
  if (fault) return check('wrong', `The record of SPF at ${domain} is faulty: ${fault}.`, { found })
  if (tree.unanswered.length > 0)
    return check('unknown', `The DNS gave no answer for ${tree.unanswered[0]}, which the record names.`, {
      found,
    })
  if (!(await allowsRelay(resolver, tree, { relay, mechanism }))) {
    const value = record.replace(/\s+(?=[+?~-]?(?:all\s*$|redirect=))|$/i, ` ${mechanism} `).trim()
    const doubt = `Nothing in the record of SPF at ${domain} names ${relay}, to which SMTP_URL sends. Add ${mechanism}, or what your provider says.`
    return check('unknown', doubt, { found, add: { ...add, value } })
  }
  return check('ok', `${domain} says who may send mail for it (${tree.lookups} of 10 look-ups).`, { found })
}

function absence(answer: { kind: string; isName?: boolean }, domain: string): string {
  if (answer.kind === 'none' && answer.isName === false) return `The name ${domain} is not in the DNS.`
  return `${domain} has no record of SPF.`
}

function allowed(relay: string | null, mechanism: string | null): string {
  return mechanism === null
    ? 'the public address from which your mail leaves'
    : `${relay}, to which SMTP_URL sends`
}

function faultOf({ faults, lookups, all }: SpfTree): string | null {
  if (faults[0]) return faults[0]
  if (lookups > MOST_LOOKUPS) return `it needs ${lookups} look-ups, and receivers stop after ${MOST_LOOKUPS}`
  if (all === null) return 'it does not end in ~all or -all'
  if (all === '+') return 'it allows every server there is (+all)'
  return all === '?' ? 'it says nothing of other servers (?all); end it in ~all or -all' : null
}

/* By name, or by an address. A relay on this machine sends from an address that is not known here. */
async function allowsRelay(
  resolver: DnsResolver,
  tree: SpfTree,
  { relay, mechanism }: { relay: string | null; mechanism: string | null },
): Promise<boolean> {
  if (relay === null || mechanism === null || tree.mechanisms.includes(mechanism)) return true
  const answer = await addressesOf(resolver, relay.replace(/^\[(.*)\]$/, '$1'))
  if (answer.kind !== 'records') return false
  return answer.records.some(address => tree.allowed.check(address, isIPv4(address) ? 'ipv4' : 'ipv6'))
}
