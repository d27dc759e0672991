import { expect, it } from 'vitest'
import { write } from '#db/write.ts'
import { aSubscriber } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { claimNext } from './claims.ts'
import { handOver } from './deliveries.ts'
import { type Edition, insertEdition } from './editions.ts'
import { putSubscriptions } from './subscribers.ts'

aNewsroom()

async function anEdition(): Promise<Edition> {
  const now = new Date()
  const edition = await write(tx =>
    insertEdition(tx, { newsletter: 'daily', dueAt: now, state: 'sending', madeAt: now, newsUntil: now }),
  )
  if (!edition) throw new Error('There is an edition already')
  return edition
}

it('hands over no mail of a newsletter that its reader has given up while it was claimed', async () => {
  const staying = await aSubscriber('staying@example.org', { newsletters: ['daily', 'weekly'] })
  const leaving = await aSubscriber('leaving@example.org', { newsletters: ['daily', 'weekly'] })
  const edition = await anEdition()
  const own = { editionId: edition.id, holder: 'here' }
  await write(tx => claimNext(tx, { edition, locales: ['en'], holder: 'here', now: new Date(), most: 10 }))
  await write(tx => putSubscriptions(tx, leaving, ['weekly']))
  const handed = await write(tx => handOver(tx, { ...own, subscriberIds: [staying, leaving] }))
  expect([...handed]).toEqual([staying])
})
