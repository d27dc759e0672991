import { isIP } from 'node:net'
import { addressesOf, type DnsResolver, mailServersOf } from './dns-answers.ts'
import type { RecordCheck, WantedRecord } from './record-check.ts'

/** Checks whether mail can come back to the domain of the return paths. `mailbox`: the host of its mailbox, if known. */
export async function checkMx(
  resolver: DnsResolver,
  { domain, mailbox }: { domain: string; mailbox: string | null },
): Promise<RecordCheck> {
  const add: WantedRecord | null =
    mailbox === null || isIP(mailbox) ? null : { name: domain, type: 'MX', value: `10 ${mailbox}.` }
  const check = (state: RecordCheck['state'], what: string, found: string[] = []): RecordCheck => ({
    ...{ record: 'mx', name: domain, state, what, found },
    add: state === 'missing' || state === 'wrong' ? add : null,
  })
  const answer = await mailServersOf(resolver, domain)
  if (answer.kind === 'unknown')
    return check('unknown', `The DNS gave no answer for ${domain} (${answer.reason}). Ask again later.`)
  if (answer.kind === 'none') {
    const what = answer.isName ? `${domain} names no mail server` : `The name ${domain} is not in the DNS`
    return check('missing', `${what}, so nothing can come back to it. Add the server that has its mailbox.`)
  }
  const found = answer.records
  const [server = ''] = found
  if (server === '' || server === '.')
    return check('wrong', `${domain} says that it takes no mail, so nothing can come back to it.`, found)
  if (isIP(server))
    return check('wrong', `${domain} names the address ${server}, where a name must stand.`, found)
  const addresses = await addressesOf(resolver, server)
  if (addresses.kind === 'none')
    return check('wrong', `${domain} names ${server}, which has no address.`, found)
  if (addresses.kind === 'unknown')
    return check('unknown', `The DNS gave no answer for ${server} (${addresses.reason}).`, found)
  return check('ok', `Mail can come back to ${domain}, by ${server}.`, found)
}
