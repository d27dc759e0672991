import { createHmac, randomBytes } from 'node:crypto'
import { factOf, putFact } from '#db/queries/facts.ts'
import type { Tx } from '#db/write.ts'

const FACT = 'rate-limits.key'

/**
 * Gives names to those who are counted, by which all processes know one again for a day, and nobody afterwards: the key
 * of these hashes is made anew each day (UTC), and the former one is kept nowhere.
 */
export async function namesOfToday(tx: Tx, now: Date): Promise<(who: string) => string> {
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
