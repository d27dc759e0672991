import { expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { putSuppressions, suppressionsAmong } from '#db/queries/newsletter/suppressions.ts'
import type { SuppressionReason } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { madeKeys, suppressionHashes } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { desk } from '#testing/actors.testing.ts'
import { aSubscriber, storedSubscriber } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { importSubscribersIn } from './import-subscribers.ts'
import { applySuppressionsIn } from './import-suppressions.ts'

aNewsroom()

const day = (number: number) => new Date(`2026-03-0${number}T08:00:00Z`)
const hashesOf = async (address: string) => suppressionHashes(await madeKeys(reader()), address)

async function list(address: string, reason: SuppressionReason, at: Date): Promise<void> {
  const [hash = ''] = await hashesOf(address)
  await write(tx => putSuppressions(tx, [{ hash, reason, at }]))
}

async function importSubscriber(typed: string, confirmedAt: Date): Promise<void> {
  const address = readMailAddress(typed)
  if (address.kind === 'wrong') throw new Error(address.reason)
  const subscribers = [
    { address, confirmedAt, locale: 'en', newsletters: ['daily'], wording: 'Old form' } as const,
  ]
  await write(tx => importSubscribersIn(tx, desk, { subscribers, source: 'Old site', now: confirmedAt }))
}

async function reasonOf(address: string): Promise<string | undefined> {
  return [...(await suppressionsAmong(reader(), await hashesOf(address))).values()][0]?.reason
}

it('removes who is on the list, but nobody who has agreed anew since', async () => {
  const gone = await aSubscriber('gone@example.org', { confirmedAt: day(1) })
  const back = await aSubscriber('back@example.org', { confirmedAt: day(3) })
  await list('gone@example.org', 'left', day(2))
  await importSubscriber('imported@example.org', day(3))
  await list('imported@example.org', 'left', day(2))
  await list('back@example.org', 'left', day(2))
  const result = await write(tx => applySuppressionsIn(tx, desk, { after: 0, most: 10, now: day(4) }))
  expect(result).toMatchObject({ removed: 2 })
  expect(await storedSubscriber(gone)).toBeNull()
  expect(await storedSubscriber(back)).not.toBeNull()
  expect([await reasonOf('gone@example.org'), await reasonOf('back@example.org')]).toEqual([
    'left',
    undefined,
  ])
})

it('keeps the newer reason of two, and a complaint whatever came later', async () => {
  await list('one@example.org', 'erased', day(2))
  await list('one@example.org', 'left', day(1))
  expect(await reasonOf('one@example.org')).toBe('erased')
  await list('one@example.org', 'complained', day(1))
  await list('one@example.org', 'left', day(3))
  expect(await reasonOf('one@example.org')).toBe('complained')
})
