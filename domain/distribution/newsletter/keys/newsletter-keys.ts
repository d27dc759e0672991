import { createHmac, randomBytes } from 'node:crypto'
import type { Reader } from '#db/open.ts'
import { insertKey, keysFor, type StoredKey } from '#db/queries/newsletter/keys.ts'
import { type Tx, write } from '#db/write.ts'

export type NewsletterKey = { id: number; key: Buffer; madeAt: Date }

/**
 * The keys of the newsletter: made once, kept in the database, and so shared by all processes and in every backup. The
 * newest of `links` signs, older ones verify. `suppressions` has more than one when a list came from another newsroom.
 */
export type NewsletterKeys = { links: NewsletterKey[]; suppressions: NewsletterKey[] }

/** The keys as far as they have been made. */
export async function knownKeys(db: Reader | Tx): Promise<NewsletterKeys> {
  const [links, suppressions] = [await keysFor(db, 'links'), await keysFor(db, 'suppressions')]
  return { links: links.map(toKey), suppressions: suppressions.map(toKey) }
}

/** The keys; those that are missing are made within the transaction. */
export async function madeKeysIn(tx: Tx, now = new Date()): Promise<NewsletterKeys> {
  const keys = await knownKeys(tx)
  for (const purpose of ['links', 'suppressions'] as const)
    if (keys[purpose].length === 0)
      keys[purpose].push(toKey(await insertKey(tx, purpose, randomBytes(32).toString('base64url'), now)))
  return keys
}

/** The keys, made when they are missing. Not within a transaction. */
export async function madeKeys(db: Reader): Promise<NewsletterKeys> {
  const keys = await knownKeys(db)
  const isComplete = keys.links.length > 0 && keys.suppressions.length > 0
  return isComplete ? keys : write(tx => madeKeysIn(tx))
}

/** The key that signs new links. */
export function signingKey({ links }: NewsletterKeys): NewsletterKey {
  const [newest] = links
  if (!newest) throw new Error('The keys of the newsletter have not been made')
  return newest
}

/**
 * The key that signs the mails of an edition, whenever they are sent: each has one Message-ID, also after a new key was
 * made.
 */
export function keyOfEdition(keys: NewsletterKeys, madeAt: Date): NewsletterKey {
  return keys.links.find(key => key.madeAt <= madeAt) ?? keys.links.at(-1) ?? signingKey(keys)
}

/** The keys that verify links and mails, the newest first: mails come back long after a new key was made. */
export function linkKeys({ links }: NewsletterKeys): Buffer[] {
  return links.map(({ key }) => key)
}

/** The hashes under which an address may be suppressed: one for each key, the own key's first. */
export function suppressionHashes({ suppressions }: NewsletterKeys, addressKey: string): string[] {
  const own = suppressions.toReversed()
  return own.map(({ key }) => createHmac('sha256', key).update(`address:${addressKey}`).digest('base64url'))
}

function toKey({ key, ...stored }: StoredKey): NewsletterKey {
  return { ...stored, key: Buffer.from(key, 'base64url') }
}
