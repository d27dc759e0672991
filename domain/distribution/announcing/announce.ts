import { setImmediate as letOthersRun } from 'node:timers/promises'
import { contentVersion } from '#db/content-version.ts'
import { reader } from '#db/open.ts'
import { type ContentChange, changesSince, keptVersions } from '#db/queries/changes.ts'
import { type Tx, write } from '#db/write.ts'
import type { ExpectedError } from '#errors/expected-error.ts'
import { announcedArticles } from './announced-articles.ts'
import { changedArticles } from './changed-articles.ts'
import type { Channel } from './channel.ts'
import { type ChannelName, newProgress, type Progress, progressOf, saveProgress } from './progress.ts'
import type { Reply } from './send-message.ts'

/** An event of one run of `announce`, for the log and the metrics. */
export type AnnounceEvent =
  | { kind: 'told'; addresses: number }
  /** Not sent again: the same message would get the same answer. */
  | { kind: 'refused'; addresses: number; status: number; movedTo: string | null }
  /** Waits to be sent again. */
  | { kind: 'later'; addresses: number; why: number | ExpectedError; failures: number; retryAt: Date }
  /** More articles changed within the hour than are announced one by one; the rest is left out. */
  | { kind: 'too-many' }

/* A cache in front may keep a feed for a second, and changes made together are one announcement. */
const SETTLED_MS = 2_000
const HOUR_MS = 60 * 60 * 1000
/** Limit of articles that are announced in an hour. */
export const MAX_PER_HOUR = 1_000
const MAX_WAITING = 10_000
const CHANGES_PER_BATCH = 500

const FIRST_PAUSE_MS = 30_000
const MAX_PAUSE_MS = HOUR_MS
const MAX_RETRY_AFTER_MS = 24 * HOUR_MS

/** Whether `announce` would find anything to do. */
export async function isAnythingToAnnounce(name: ChannelName, now: Date): Promise<boolean> {
  const progress = await progressOf(reader(), name)
  if (!progress || progress.version !== contentVersion()) return true
  return maySend(progress, now)
}

/* A pause longer than the longest allowed was set before the clock was put back. */
function maySend({ waiting, notBefore }: Progress, now: Date): boolean {
  const restMs = notBefore - now.getTime()
  return waiting.length > 0 && (restMs <= 0 || restMs > MAX_RETRY_AFTER_MS)
}

/**
 * Announces to one channel what changed since the last run. The first run of a channel announces nothing and starts
 * with the next change. Messages that could not be sent wait in the database and are repeated after longer and longer
 * pauses. Only one caller at a time should run it: a lease ensures that.
 */
export async function announce(channel: Channel, now: Date, signal: AbortSignal): Promise<AnnounceEvent[]> {
  const events: AnnounceEvent[] = []
  if (await begin(channel.name)) return events
  while (!signal.aborted) {
    const collected = await collectChanges(channel, now)
    if (collected.isTooMuch) events.push({ kind: 'too-many' })
    if (!collected.hasMore) break
    await letOthersRun()
  }
  while (!signal.aborted) {
    const event = await sendNext(channel, now, signal)
    if (event) events.push(event)
    if (!event || event.kind === 'later') break
  }
  return events
}

async function begin(name: ChannelName): Promise<boolean> {
  if (await progressOf(reader(), name)) return false
  return write(async tx => {
    if (await progressOf(tx, name)) return false
    await saveProgress(tx, name, newProgress((await keptVersions(tx)).newest))
    return true
  })
}

type Collected = { hasMore: boolean; isTooMuch: boolean }

/* Adds the addresses of new changes to those that wait. One transaction ensures that none is lost or added twice. */
async function collectChanges(channel: Channel, now: Date): Promise<Collected> {
  const before = await progressOf(reader(), channel.name)
  const nothing = { hasMore: false, isTooMuch: false }
  if (!before || before.version === contentVersion()) return nothing
  const changes = await changesSince(before.version, CHANGES_PER_BATCH)
  const settled = changes && settledOf(changes, now)
  const last = settled?.at(-1)
  if (changes === null || changes.length === 0)
    return { ...nothing, hasMore: (await skipForgottenChanges(channel.name)) !== null }
  if (!settled || !last) return nothing
  const hour = hourOf(before, now)
  const most = MAX_PER_HOUR - hour.articles
  const { articles, leftOut } = await announcedArticles(changedArticles(settled), { now, most })
  const addresses = await channel.addressesOf(articles)
  const kept = await changeProgress(channel.name, current => {
    if (current.version !== before.version) return null
    const waiting = [...new Set([...current.waiting, ...addresses])].slice(-MAX_WAITING)
    const articlesOfHour = hour.articles + articles.length
    return { ...current, version: last.version, waiting, hour: { ...hour, articles: articlesOfHour } }
  })
  if (!kept) return nothing
  /* Reported once an hour. */
  return { hasMore: settled.length === CHANGES_PER_BATCH, isTooMuch: most > 0 && leftOut > 0 }
}

/*
 * The changes, in order, that are old enough. A change made by a clock ahead of this one waits until its article is
 * visible, but not for a clock that is wrong by more than an hour.
 */
function settledOf(changes: ContentChange[], now: Date): ContentChange[] {
  const isUnsettled = ({ at }: ContentChange) => {
    const ageMs = now.getTime() - at.getTime()
    return ageMs < SETTLED_MS && ageMs >= -HOUR_MS
  }
  const first = changes.findIndex(isUnsettled)
  return first < 0 ? changes : changes.slice(0, first)
}

function hourOf({ hour }: Progress, now: Date): Progress['hour'] {
  const ageMs = now.getTime() - hour.since
  return ageMs >= 0 && ageMs < HOUR_MS ? hour : { since: now.getTime(), articles: 0 }
}

/* Some changes were deleted before they were collected, or the database was replaced by another one. */
function skipForgottenChanges(name: ChannelName): Promise<Progress | null> {
  return changeProgress(name, async (current, tx) => {
    const { oldest, newest } = await keptVersions(tx)
    const version = newest < current.version ? newest : Math.max(current.version, oldest - 1)
    return version === current.version ? null : { ...current, version }
  })
}

async function sendNext(channel: Channel, now: Date, signal: AbortSignal): Promise<AnnounceEvent | null> {
  const progress = await progressOf(reader(), channel.name)
  if (!progress || !maySend(progress, now)) return null
  const addresses = progress.waiting.slice(0, channel.batchSize)
  const reply = await channel.send(addresses, signal)
  if (reply === null) return null
  if (reply.status === null || isForLater(reply.status)) return postpone(channel.name, addresses, reply, now)
  const told = new Set(addresses)
  await changeProgress(channel.name, current => ({
    ...current,
    waiting: current.waiting.filter(address => !told.has(address)),
    failures: 0,
    notBefore: 0,
  }))
  const { status, movedTo } = reply
  const isTold = status >= 200 && status < 300
  return isTold
    ? { kind: 'told', addresses: told.size }
    : { kind: 'refused', addresses: told.size, status, movedTo }
}

/*
 * Addresses that could not be sent move to the end, so that one feed that a hub cannot fetch does not hold up the
 * others.
 */
async function postpone(
  name: ChannelName,
  addresses: string[],
  reply: Reply,
  now: Date,
): Promise<AnnounceEvent | null> {
  const requestedMs = reply.status === null ? 0 : Math.min(reply.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS)
  const untold = new Set(addresses)
  const kept = await changeProgress(name, current => {
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** current.failures, MAX_PAUSE_MS)
    return {
      ...current,
      waiting: [...current.waiting.filter(address => !untold.has(address)), ...addresses],
      failures: current.failures + 1,
      notBefore: now.getTime() + Math.max(pauseMs, requestedMs),
    }
  })
  /* The channel was switched off in the meantime. */
  if (!kept) return null
  const { waiting, failures, notBefore } = kept
  const why = reply.status ?? reply.fault
  return { kind: 'later', addresses: waiting.length, why, failures, retryAt: new Date(notBefore) }
}

/* Timeouts, rate limits and faults of the server: the same message may succeed later. */
function isForLater(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

type Change = (current: Progress, tx: Tx) => Progress | null | Promise<Progress | null>

/* Changes the stored progress, unless `change` gives null. Gives what it stored. */
function changeProgress(name: ChannelName, change: Change): Promise<Progress | null> {
  return write(async tx => {
    const current = await progressOf(tx, name)
    const next = current && (await change(current, tx))
    if (next) await saveProgress(tx, name, next)
    return next
  })
}
