import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { engine } from '#db/engine.ts'
import { openDatabase, reader } from '#db/open.ts'
import { putFact } from '#db/queries/facts.ts'
import { changeEdition, editionById, editionsIn } from '#db/queries/newsletter/editions.ts'
import { deliveries, newsletterRequests } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { makeEdition } from '#domain/distribution/newsletter/editions/make-edition.ts'
import {
  currentHold,
  type HoldReason,
  holdCopyIn,
  PLACE_FACT,
  releaseHoldIn,
} from '#domain/distribution/newsletter/holding.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { MARK } from '#domain/distribution/newsletter/placing.ts'
import { requestMail } from '#domain/distribution/newsletter/subscribing/request-mail.ts'
import { backupOf, reading } from '#domain/operations/backup/archive.testing.ts'
import { restoreBackup } from '#domain/operations/backup/restore-backup.ts'
import { log } from '#server/log.ts'
import { forgetSettings } from '#settings/settings.testing.ts'
import { desk } from '#testing/actors.testing.ts'
import { aMailServer } from '#testing/mail-server.testing.ts'
import { aSubscriber, someNewsletterSettings } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { newsletterJobs } from './newsletter-jobs.ts'

vi.setConfig({ testTimeout: 60_000 })

const newsroom = aNewsroom()
const server = aMailServer()
const signal = new AbortController().signal
/* The daily is due at seven o'clock in Riyadh, which is at four. */
const BEFORE = new Date('2026-02-22T03:00:00Z')
const AFTER = new Date('2026-02-22T04:30:00Z')

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEFORE })
  vi.stubEnv('SMTP_URL', server.url)
  forgetSettings()
  vi.spyOn(log, 'warn').mockReturnValue(undefined)
  await someNewsletterSettings()
  await anArticle({ status: 'published', headline: 'Harbours fill again' })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  forgetSettings()
})

/** One run of everything that the newsletter does by itself, at a moment. */
async function run(now: Date): Promise<void> {
  vi.setSystemTime(now)
  for (const job of newsletterJobs({ mailImapUrl: null })) await job.run(now, signal)
}

const recipients = () => server.received.map(({ to }) => to).sort()
const hold = async () => (await currentHold(reader()))?.reason ?? null
const release = (now: Date) => write(tx => releaseHoldIn(tx, now))

async function aRequest(address: string): Promise<void> {
  const read = readMailAddress(address)
  if (read.kind === 'wrong') throw new Error(read.reason)
  await requestMail({
    ...{ kind: 'confirm', address: read, locale: 'en', language: 'en', newsletters: ['daily'] },
    ...{ form: 'page', wording: 'Sign up', client: '192.0.2.1' },
  })
}

/** An edition on its way: to one reader its mail may have left, to another it was claimed, a third comes next. */
async function anEditionOnItsWay(): Promise<number> {
  const [handed, claimed] = [
    await aSubscriber('handed@example.org'),
    await aSubscriber('claimed@example.org'),
  ]
  await aSubscriber('next@example.org')
  const edition = await makeEdition(desk, { newsletter: 'daily', dueAt: BEFORE }, new Date())
  if (!edition) throw new Error('There is an edition already')
  const common = { editionId: edition.id, holder: 'elsewhere', nextAt: BEFORE }
  await write(async tx => {
    await tx.insert(deliveries).values([
      { ...common, subscriberId: handed, state: 'handed' },
      { ...common, subscriberId: claimed, state: 'claimed' },
    ])
    await changeEdition(tx, { id: edition.id, from: ['sending'] }, { reached: claimed })
  })
  return edition.id
}

const resume = (id: number) => write(tx => changeEdition(tx, { id, from: ['paused'] }, { state: 'sending' }))

async function expectStandstill(edition: number, reason: HoldReason): Promise<void> {
  expect(await hold()).toBe(reason)
  await run(AFTER)
  expect(recipients()).toEqual([])
  expect(await editionById(reader(), edition)).toMatchObject({
    state: 'paused',
    failure: expect.stringMatching(/some readers may have it/),
  })
  const states = await reader().select({ state: deliveries.state }).from(deliveries)
  expect(states.map(({ state }) => state).sort()).toEqual(['unconfirmed', 'waiting'])
  const [request] = await reader().select({ state: newsletterRequests.state }).from(newsletterRequests)
  expect(request).toEqual({ state: 'nothing' })
}

/** An edition on its way goes on to those who have not got it, and no edition of the day is made a second time. */
async function expectToGoOn(edition: number): Promise<void> {
  const later = new Date(AFTER.getTime() + 60_000)
  await release(later)
  await run(later)
  expect(recipients()).toEqual([])
  await resume(edition)
  await run(later)
  expect(recipients()).toEqual(['claimed@example.org', 'next@example.org'])
  expect(await editionsIn(reader(), ['late', 'sending', 'sent', 'empty'])).toHaveLength(1)
  expect(await hold()).toBeNull()
}

describe('a newsroom that was restored from a backup', () => {
  it('sends nothing until a person lets it, and then to nobody twice', async () => {
    const edition = await anEditionOnItsWay()
    await aRequest('asked@example.org')
    const { archive } = await backupOf(newsroom.dataDir)
    await newsroom.database.close()
    const there = path.join(newsroom.folder, 'there')
    const report = await restoreBackup({ input: reading(archive), dataDir: there })
    expect(report.isSendingHeld).toBe(true)
    const restored = openDatabase(there)
    try {
      await expectStandstill(edition, 'restored')
      await expectToGoOn(edition)
    } finally {
      await restored.close()
    }
  })

  it('stays as it was without a newsletter', async () => {
    const { archive } = await backupOf(newsroom.dataDir)
    await newsroom.database.close()
    const there = path.join(newsroom.folder, 'there')
    const report = await restoreBackup({ input: reading(archive), dataDir: there })
    expect(report.isSendingHeld).toBe(false)
    const restored = openDatabase(there)
    try {
      expect(await hold()).toBeNull()
    } finally {
      await restored.close()
    }
  })

  it('may be let go before its portal ever ran', async () => {
    await aSubscriber('reader@example.org')
    await run(BEFORE)
    const { archive } = await backupOf(newsroom.dataDir)
    await newsroom.database.close()
    const there = path.join(newsroom.folder, 'there')
    await restoreBackup({ input: reading(archive), dataDir: there })
    const restored = openDatabase(there)
    try {
      await release(BEFORE)
      await run(AFTER)
      expect(await hold()).toBeNull()
      expect(recipients()).toEqual(['reader@example.org'])
    } finally {
      await restored.close()
    }
  })
})

describe('a newsroom at its own place', () => {
  it('notices nothing, however often it starts', async () => {
    await aSubscriber('reader@example.org')
    await run(BEFORE)
    await run(AFTER)
    await newsroom.database.close()
    openDatabase(newsroom.dataDir)
    await run(AFTER)
    expect(await hold()).toBeNull()
    expect(recipients()).toEqual(['reader@example.org'])
  })

  it('keeps no place before it has a newsletter', async () => {
    await run(BEFORE)
    expect(await reader().$count(deliveries)).toBe(0)
    expect(fs.existsSync(path.join(newsroom.dataDir, MARK))).toBe(false)
    await aRequest('asked@example.org')
    await run(BEFORE)
    expect(recipients()).toEqual(['asked@example.org'])
  })
})

describe.runIf(engine === 'sqlite')('a database file', () => {
  const inData = (name: string) => path.join(newsroom.dataDir, name)
  const copy = (from: string, to: string) => {
    fs.mkdirSync(path.dirname(to), { recursive: true })
    fs.copyFileSync(from, to)
  }

  it('that was copied to another place sends nothing there', async () => {
    const edition = await anEditionOnItsWay()
    await write(tx => changeEdition(tx, { id: edition, from: ['sending'] }, { state: 'paused' }))
    await run(BEFORE)
    await resume(edition)
    await aRequest('asked@example.org')
    await newsroom.database.close()
    const there = path.join(newsroom.folder, 'there')
    copy(inData('press.db'), path.join(there, 'press.db'))
    const copied = openDatabase(there)
    try {
      await run(BEFORE)
      await expectStandstill(edition, 'put-back')
      await expectToGoOn(edition)
    } finally {
      await copied.close()
    }
  })

  it('that was put back where it was does not send its last edition again', async () => {
    await aSubscriber('reader@example.org')
    await run(BEFORE)
    await newsroom.database.close()
    copy(inData('press.db'), path.join(newsroom.folder, 'kept.db'))
    openDatabase(newsroom.dataDir)
    await run(AFTER)
    expect(recipients()).toEqual(['reader@example.org'])
    await newsroom.database.close()
    copy(path.join(newsroom.folder, 'kept.db'), inData('press.db'))
    openDatabase(newsroom.dataDir)
    await run(AFTER)
    expect(await hold()).toBe('put-back')
    expect(log.warn).toHaveBeenCalledOnce()
    expect(server.received).toHaveLength(1)
    await release(AFTER)
    await run(new Date(AFTER.getTime() + 60_000))
    expect(server.received).toHaveLength(1)
    expect(await hold()).toBeNull()
  })

  it('beside a mark that nobody can read is taken for a copy', async () => {
    await aSubscriber('reader@example.org')
    await run(BEFORE)
    fs.writeFileSync(inData(MARK), '{"pla')
    await run(AFTER)
    expect(await hold()).toBe('put-back')
    expect(recipients()).toEqual([])
  })

  it('keeps the reason of a hold that is there already', async () => {
    await aSubscriber('reader@example.org')
    await run(BEFORE)
    await write(tx => holdCopyIn(tx, 'restored'))
    fs.rmSync(inData(MARK))
    await run(AFTER)
    expect(await hold()).toBe('restored')
  })
})

describe.runIf(engine === 'postgres')('a dump', () => {
  it('that was loaded into another database sends nothing there', async () => {
    await aSubscriber('reader@example.org')
    await run(BEFORE)
    const [fact] = await newsroom.database.rows(`SELECT value FROM facts WHERE key = '${PLACE_FACT}'`)
    expect(fact?.value).toMatch(/^\d+-\d+-\d+$/)
    await write(tx => putFact(tx, PLACE_FACT, String(fact?.value).replace(/-\d+-/, '-7-')))
    await run(AFTER)
    expect(await hold()).toBe('put-back')
    expect(recipients()).toEqual([])
    await release(AFTER)
    await run(new Date(AFTER.getTime() + 60_000))
    expect(await hold()).toBeNull()
  })
})
