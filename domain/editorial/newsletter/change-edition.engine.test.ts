import { expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { claimNext } from '#db/queries/newsletter/claims.ts'
import { handOver, recoverDeliveries, settleDeliveries } from '#db/queries/newsletter/deliveries.ts'
import { changeEdition, type Edition, editionById, insertEdition } from '#db/queries/newsletter/editions.ts'
import { write } from '#db/write.ts'
import { desk } from '#testing/actors.testing.ts'
import { aSubscriber } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { cancelEditionIn, sendAgainIn } from './change-edition.ts'

aNewsroom()

const now = new Date('2026-03-01T08:00:00Z')
const claim = { locales: ['en'], holder: 'here', now, most: 10 } as const

async function anEdition(): Promise<Edition> {
  const edition = await write(tx =>
    insertEdition(tx, { newsletter: 'daily', dueAt: now, state: 'sending', madeAt: now, newsUntil: now }),
  )
  if (!edition) throw new Error('There is an edition already')
  return edition
}

it('sends what is unconfirmed again, and an edition that had ended to nobody else', async () => {
  const reached = await aSubscriber('reached@example.org')
  const edition = await anEdition()
  const { id } = edition
  await write(tx => claimNext(tx, { ...claim, edition }))
  await write(tx => handOver(tx, { editionId: id, holder: 'here', subscriberIds: [reached] }))
  await write(tx => recoverDeliveries(tx, id))
  await write(tx => changeEdition(tx, { id, from: ['sending'] }, { state: 'sent', finishedAt: now }))
  /* An import keeps the time at which its readers agreed. */
  await aSubscriber('imported@example.org')
  expect(await write(tx => sendAgainIn(tx, desk, { id, now }))).toBe(1)
  const again = await editionById(reader(), id)
  expect(again).toMatchObject({ state: 'sending', finishedAt: null })
  const { claimed } = await write(tx => claimNext(tx, { ...claim, edition: again ?? edition }))
  expect(claimed).toEqual([])
})

it('is cancelled with a true count of what left, and takes nothing back that may have arrived', async () => {
  const ids: number[] = []
  for (const name of ['one', 'two', 'three']) ids.push(await aSubscriber(`${name}@example.org`))
  const edition = await anEdition()
  const { id } = edition
  await write(tx => claimNext(tx, { ...claim, edition }))
  await write(tx => handOver(tx, { editionId: id, holder: 'here', subscriberIds: ids.slice(0, 2) }))
  const settled = [{ subscriberId: ids[0] ?? 0, state: 'sent', answer: null }] as const
  await write(tx => settleDeliveries(tx, { editionId: id, holder: 'here' }, settled))
  const cancelled = await write(tx => cancelEditionIn(tx, desk, { id, now }))
  expect(cancelled).toMatchObject({ state: 'cancelled', sent: 1, unconfirmed: 1, skipped: 1 })
  expect(await write(tx => handOver(tx, { editionId: id, holder: 'here', subscriberIds: ids }))).toEqual(
    new Set(),
  )
})

it('says when nothing is unconfirmed, and leaves the edition as it is', async () => {
  const { id } = await anEdition()
  await write(tx => changeEdition(tx, { id, from: ['sending'] }, { state: 'sent', sent: 7 }))
  await expect(write(tx => sendAgainIn(tx, desk, { id, now }))).rejects.toMatchObject({
    code: 'newsletter.nothingUnconfirmed',
  })
  expect(await editionById(reader(), id)).toMatchObject({ state: 'sent', sent: 7 })
})
