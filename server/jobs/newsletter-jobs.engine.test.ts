import { expect, it } from 'vitest'
import { fullTables } from '#domain/operations/moving/full-tables.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { newsletterJobs } from './newsletter-jobs.ts'

const newsroom = aNewsroom()

it('leave a database empty that waits for its newsroom, so that a backup can go into it', async () => {
  for (const { run } of newsletterJobs({ mailImapUrl: null }))
    await run(new Date(), new AbortController().signal)
  const full = await fullTables(newsroom.database)
  expect(full.filter(({ name }) => name !== 'leases')).toEqual([])
})
