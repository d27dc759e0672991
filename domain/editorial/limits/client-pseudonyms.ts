import { createHmac, randomBytes } from 'node:crypto'
import { factOf, putFact } from '#db/queries/facts.ts'
import type { Tx } from '#db/write.ts'

const FACT = 'rate-limits.key'

/**
 * Gives a function that replaces a client's address by a pseudonym. All processes make the same one of the same address
 * for a day (UTC); afterwards nobody can, because the key of these hashes is replaced daily and the old one deleted.
 */
export async function pseudonymsOfToday(tx: Tx, now: Date): Promise<(who: string) => string> {
  const key = await keyOf(tx, now.toISOString().slice(0, 10))
  return who => createHmac('sha256', key).update(who).digest('base64url').slice(0, 22)
}

async function keyOf(tx: Tx, day: string): Promise<string> {
  const [keptDay, kept] = (await factOf(tx, FACT))?.split(' ') ?? []
  if (keptDay === day && kept) return kept
  const made = randomBytes(32).toString('base64url')
  await putFact(tx, FACT, `${day} ${made}`)
  return made
}
