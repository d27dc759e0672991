import { beforeEach, describe, expect, it } from 'vitest'
import { contentVersion } from '#db/content-version.ts'
import { changesSince } from '#db/queries/changes.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { addReads, mostRead, mostReadApart, readsInHour } from '#db/queries/reads.ts'
import { write } from '#db/write.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { hourOf } from './hours.ts'
import { refreshMostRead } from './refresh-most-read.ts'

const now = new Date('2026-02-22T12:34:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let articles: Record<Locale, StoredArticle[]>

aNewsroom()

beforeEach(async () => {
  articles = { ar: [], en: [] }
  for (let number = 0; number < 12; number++) {
    const storyId = await aStory({ now: hoursAgo(900) })
    for (const locale of localeList) {
      const written = { storyId, locale, headline: `${locale} ${number}`, slug: `story-${number}` }
      const publishedAt = hoursAgo(800 - number)
      articles[locale].push(await anArticle({ ...written, status: 'published', publishedAt, now }))
    }
  }
})

const idOf = (locale: Locale, number: number) => articles[locale][number]?.id ?? 0

function read(locale: Locale, number: number, reads: number, at = now) {
  return write(tx => addReads(tx, [{ articleId: idOf(locale, number), hour: hourOf(at), reads }]))
}

async function shown(locale: Locale) {
  const { today, week } = await mostRead(locale, now)
  const numbers = (items: { headline: string }[]) => items.map(item => Number(item.headline.split(' ')[1]))
  return { today: numbers(today), week: numbers(week) }
}

async function namedBy(run: () => Promise<unknown>): Promise<string[]> {
  const version = contentVersion()
  await run()
  return ((await changesSince(version)) ?? []).flatMap(change => change.tags)
}

describe('reads', () => {
  it('add up within their hour, and those of unknown articles are dropped', async () => {
    await read('ar', 1, 2)
    await write(tx =>
      addReads(tx, [
        { articleId: idOf('ar', 1), hour: hourOf(now), reads: 3 },
        { articleId: 999_999, hour: hourOf(now), reads: 8 },
      ]),
    )
    expect(await readsInHour(hourOf(now))).toEqual([{ articleId: idOf('ar', 1), reads: 5 }])
  })
})

describe('the most read', () => {
  it('is nothing while nothing has been read', async () => {
    expect(await namedBy(() => refreshMostRead(now))).toEqual([])
    expect(await shown('ar')).toEqual({ today: [], week: [] })
  })

  it('tells today from the week, and the languages from each other', async () => {
    await read('ar', 1, 10)
    await read('ar', 2, 20, hoursAgo(23))
    await read('ar', 3, 90, hoursAgo(25))
    await read('ar', 4, 500, hoursAgo(24 * 7 + 1))
    await read('en', 5, 1)
    await refreshMostRead(now)
    expect(await shown('ar')).toEqual({ today: [2, 1], week: [3, 2, 1] })
    expect(await shown('en')).toEqual({ today: [5], week: [5] })
  })

  it('names no story twice on a page: the week goes on where today ends', async () => {
    for (let number = 0; number < 12; number++) await read('ar', number, 100 - number)
    await refreshMostRead(now)
    const { today, week } = await mostReadApart('ar', now)
    const shown = [...today, ...week].map(item => Number(item.headline.split(' ')[1]))
    expect(shown).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('shows the week alone while today is no ranking', async () => {
    await read('ar', 1, 10)
    await read('ar', 2, 20)
    await refreshMostRead(now)
    const { today, week } = await mostReadApart('ar', now)
    expect([today.length, week.length]).toEqual([0, 2])
  })

  it('keeps more than pages show, so that a withdrawal leaves no hole', async () => {
    for (let number = 0; number < 12; number++) await read('ar', number, 100 - number)
    await refreshMostRead(now)
    expect((await shown('ar')).today).toEqual([0, 1, 2, 3, 4])
    await withdraw(desk, { articleId: idOf('ar', 1), revision: articles.ar[1]?.revision ?? 0, now })
    expect(await shown('ar')).toEqual({ today: [0, 2, 3, 4, 5], week: [0, 2, 3, 4, 5] })
    await refreshMostRead(now)
    expect((await shown('ar')).today).toEqual([0, 2, 3, 4, 5])
  })

  it('names the change of a language when its readers would see another order, and only then', async () => {
    for (let number = 0; number < 8; number++) await read('ar', number, 100 - 10 * number)
    await read('en', 0, 1)
    const first = await namedBy(() => refreshMostRead(now))
    expect(first.sort()).toEqual(['most-read:ar', 'most-read:en'])
    expect(await namedBy(() => refreshMostRead(minutesLater(1)))).toEqual([])
    await read('ar', 0, 500)
    await read('ar', 7, 5)
    await read('ar', 6, 2)
    expect(await namedBy(() => refreshMostRead(minutesLater(2)))).toEqual([])
    await read('ar', 7, 500)
    expect(await namedBy(() => refreshMostRead(minutesLater(3)))).toEqual(['most-read:ar'])
    expect((await shown('ar')).today).toEqual([0, 7, 1, 2, 3])
  })

  it('adds up the week every ten minutes, also after the clock was set back', async () => {
    await refreshMostRead(now)
    await read('ar', 1, 1)
    await refreshMostRead(minutesLater(9))
    expect(await shown('ar')).toEqual({ today: [1], week: [] })
    await refreshMostRead(minutesLater(10))
    expect((await shown('ar')).week).toEqual([1])
    await read('ar', 2, 5)
    await refreshMostRead(minutesLater(-5))
    expect((await shown('ar')).week).toEqual([2, 1])
  })

  it('forgets counts after ninety days', async () => {
    const [old, kept] = [hoursAgo(24 * 90 + 1), hoursAgo(24 * 90 - 1)]
    await read('ar', 1, 1, old)
    await read('ar', 1, 1, kept)
    await refreshMostRead(now)
    expect(await readsInHour(hourOf(old))).toEqual([])
    expect(await readsInHour(hourOf(kept))).toHaveLength(1)
  })
})
