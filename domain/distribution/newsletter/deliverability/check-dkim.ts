import { createPublicKey, type KeyObject } from 'node:crypto'
import { publicHalf } from './dkim-key.ts'
import { type DnsResolver, textsAt } from './dns-answers.ts'
import type { RecordCheck, WantedRecord } from './record-check.ts'
import { tagsOf } from './tags.ts'

const LEAST_BITS = 1024
const GOOD_BITS = 2048

/** Checks the key with which receivers verify our signature (RFC 6376). `key`: our private one, if we sign at all. */
export async function checkDkim(
  resolver: DnsResolver,
  { domain, selector, key }: { domain: string; selector: string; key: KeyObject | null },
): Promise<RecordCheck> {
  const name = `${selector}._domainkey.${domain}`
  const add: WantedRecord | null = key && { name, type: 'TXT', value: `v=DKIM1; k=rsa; p=${publicHalf(key)}` }
  const check = (state: RecordCheck['state'], what: string, found: string[] = []): RecordCheck => ({
    ...{ record: 'dkim', name, state, what, found },
    add: state === 'missing' || state === 'wrong' ? add : null,
  })
  const answer = await textsAt(resolver, name)
  if (answer.kind === 'unknown')
    return check('unknown', `The DNS gave no answer for ${name} (${answer.reason}). Ask again later.`)
  if (answer.kind === 'none') {
    if (key)
      return check('missing', `There is no key at ${name}, so no receiver can verify our signature. Add it.`)
    return check(
      'unknown',
      `Mails are not signed here, and there is no key at ${name}. See that your provider signs them, or set PRESS_MAIL_DKIM_KEY.`,
    )
  }
  const found = answer.records
  const [record = ''] = found
  if (found.length > 1) return check('wrong', `${name} has ${found.length} texts. Keep one.`, found)
  const published = publishedKey(record)
  if (typeof published === 'string') return check('wrong', `The key at ${name} ${published}.`, found)
  if (key && publicHalf(published) !== publicHalf(key))
    return check('wrong', `The key at ${name} is not that of PRESS_MAIL_DKIM_KEY. Replace it.`, found)
  const bits = published.asymmetricKeyDetails?.modulusLength
  const advice = bits && bits < GOOD_BITS ? ` It has ${bits} bits; make one of ${GOOD_BITS} some day.` : ''
  return check('ok', `${name} has a key${key ? ', and it is ours' : ''}.${advice}`, found)
}

/* The key, or what is wrong with it. */
function publishedKey(record: string): KeyObject | string {
  const tags = tagsOf(record)
  if (!tags || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') return 'is no record of DKIM'
  const data = tags.get('p')?.replace(/\s+/g, '')
  if (data === undefined) return 'has no p='
  if (data === '') return 'was withdrawn (its p= is empty)'
  const kind = tags.get('k')?.toLowerCase() ?? 'rsa'
  const key = kind === 'rsa' ? rsaKey(data) : kind === 'ed25519' ? ed25519Key(data) : null
  if (key === null) return 'cannot be read'
  const bits = key.asymmetricKeyDetails?.modulusLength
  return bits !== undefined && bits < LEAST_BITS ? `has ${bits} bits, and receivers want ${LEAST_BITS}` : key
}

function rsaKey(base64: string): KeyObject | null {
  const der = Buffer.from(base64, 'base64')
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const key = createPublicKey({ key: der, format: 'der', type })
      if (key.asymmetricKeyType === 'rsa') return key
    } catch {
      /* The other form is tried. */
    }
  }
  return null
}

function ed25519Key(base64: string): KeyObject | null {
  try {
    const x = Buffer.from(base64, 'base64').toString('base64url')
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    return null
  }
}
