import { type DnsResolver, textsAt } from './dns-answers.ts'
import type { RecordCheck } from './record-check.ts'
import { tagsOf } from './tags.ts'

const MOST_LEVELS = 8

/**
 * Checks what receivers shall do with mail that fails SPF and DKIM. They ask the sender's domain and then the domains
 * above it, which needs no list of public suffixes (RFC 9989).
 */
export async function checkDmarc(resolver: DnsResolver, domain: string): Promise<RecordCheck> {
  const own = `_dmarc.${domain}`
  const add = { name: own, type: 'TXT', value: 'v=DMARC1; p=none' } as const
  const check = (
    state: RecordCheck['state'],
    what: string,
    more: Partial<RecordCheck> = {},
  ): RecordCheck => ({
    ...{ record: 'dmarc', name: own, found: [], add: state === 'missing' ? add : null },
    ...{ state, what, ...more },
  })
  for (const level of levelsOf(domain)) {
    const name = `_dmarc.${level}`
    const answer = await textsAt(resolver, name)
    if (answer.kind === 'unknown')
      return check('unknown', `The DNS gave no answer for ${name} (${answer.reason}). Ask again later.`, {
        name,
      })
    const found =
      answer.kind === 'records' ? answer.records.filter(text => /^v\s*=\s*DMARC1\b/.test(text)) : []
    const [record] = found
    if (found.length > 1)
      return check(
        'wrong',
        `${name} has ${found.length} records of DMARC, so receivers use none. Keep one.`,
        {
          ...{ name, found },
        },
      )
    if (record === undefined) continue
    const tags = tagsOf(record)
    /* A public suffix, which speaks for no organisation. */
    if (tags?.get('psd')?.toLowerCase() === 'y') break
    const policy = policyOf(tags, level === domain)
    if (policy === null) {
      const what = `The record at ${name} says neither p=none nor p=quarantine nor p=reject. Correct it.`
      return check('wrong', what, { ...{ name, found }, add: { ...add, name } })
    }
    const advice =
      policy === 'none' ? ' When its reports show that all of your mail passes, make it quarantine.' : ''
    return check('ok', `${name} says p=${policy}.${advice}`, { name, found })
  }
  return check('missing', `Neither ${domain} nor a domain above it has a record of DMARC. Add one.`)
}

/* The domain itself, then those above it, without the top-level domain. */
function levelsOf(domain: string): string[] {
  const labels = domain.split('.')
  const levels = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
  return levels.length <= MOST_LEVELS ? levels : [domain, ...levels.slice(1 - MOST_LEVELS)]
}

function policyOf(tags: Map<string, string> | null, isOwn: boolean): string | null {
  const policy = tags?.get('p')?.toLowerCase() ?? (tags?.has('rua') ? 'none' : '')
  const applied = isOwn ? policy : (tags?.get('sp')?.toLowerCase() ?? policy)
  return /^(?:none|quarantine|reject)$/.test(policy) && /^(?:none|quarantine|reject)$/.test(applied)
    ? applied
    : null
}
