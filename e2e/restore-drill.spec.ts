/** A newsroom is backed up while readers read and editors publish, restored elsewhere, and compared. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDatabase, type OwnPortal, runPress, startOwnPortal } from './own-portal.ts'
import { steadyReaders } from './steady-readers.ts'

const isLong = process.env.E2E_LONG === '1'
const ROUNDS = isLong ? 6 : 1
const CHANGES_BEFORE = isLong ? 8 : 3

test.describe.configure({ mode: 'serial' })

type Article = { storyId: number; locale: string; status: string }

let portal: OwnPortal
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'restore-drill-'))

test.beforeAll(async () => {
  test.setTimeout(150_000)
  portal = await startOwnPortal()
})
test.afterAll(async () => {
  await portal?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

for (let round = 1; round <= ROUNDS; round++) {
  test(`what was acknowledged before the backup began is there afterwards (${round})`, async () => {
    test.setTimeout(180_000)
    const all = articlesIn(await portal.press('article', 'list', '--json', '--limit', '1000'))
    const change = round % 2 === 1 ? 'withdraw' : 'publish'
    const [from, to] = round % 2 === 1 ? ['published', 'withdrawn'] : ['withdrawn', 'published']
    const waiting = all.filter(article => article.status === from && article.locale === 'en')
    const untouched = all.filter(article => article.status === 'published' && article.locale === 'ar')
    const changed: Article[] = []
    const changeNext = async () => {
      const next = waiting.pop()
      if (!next) return
      await portal.press('article', change, String(next.storyId), '--locale', next.locale)
      changed.push(next)
    }

    const readers = steadyReaders(portal.origin, ['/ar', '/ar/latest', '/ar/topics', '/ar/archive'], 1000)
    while (changed.length < CHANGES_BEFORE) await changeNext()
    const archive = path.join(folder, `${round}.tar.gz`)
    let isSaved = false
    const saved = portal.press('backup', archive).finally(() => {
      isSaved = true
    })
    while (!isSaved) await changeNext()
    await saved
    await changeNext()
    expect(await readers.stop()).toEqual([])

    const restored = { DATABASE_URL: await freshDatabase(), PRESS_DATA: path.join(folder, String(round)) }
    await runPress(restored, ['restore', archive])
    expect(await problemsOf(restored)).toEqual([])
    const found = articlesIn(await runPress(restored, ['article', 'list', '--json', '--limit', '1000']))
    expect(found).toHaveLength(all.length)
    const statusOf = (article: Article) =>
      found.find(({ storyId, locale }) => storyId === article.storyId && locale === article.locale)?.status
    const kept = changed.map(article => statusOf(article) === to)
    expect(kept.slice(0, CHANGES_BEFORE)).toEqual(Array(CHANGES_BEFORE).fill(true))
    /* The backup is one moment: if it has a change, it has every earlier one. */
    expect(kept.lastIndexOf(true)).toBe(
      kept.indexOf(false) === -1 ? kept.length - 1 : kept.indexOf(false) - 1,
    )
    for (const article of untouched) expect(statusOf(article), `story ${article.storyId}`).toBe('published')
    await compareAsRead(restored, untouched.slice(0, 10), changed[0])
  })
}

/* Compares what readers get from the restored portal with what they get from the original. */
async function compareAsRead(
  settings: { DATABASE_URL: string; PRESS_DATA: string },
  untouched: Article[],
  changed: Article | undefined,
): Promise<void> {
  /* Both use one public address, because pages contain it. */
  const other = await startOwnPortal({ ...settings, PRESS_DEMO: '0', PRESS_URL: portal.origin })
  try {
    for (const { storyId, locale } of [...untouched, ...(changed ? [changed] : [])]) {
      const [there, here] = await Promise.all(
        [other, portal].map(({ origin }) => fetch(`${origin}/${locale}/x/${storyId}/x`)),
      )
      expect(there?.status, `story ${storyId}`).toBe(here?.status)
      const [one, two] = [await there?.text(), await here?.text()].map(textOf)
      expect(one).toEqual(two)
      for (const picture of one?.pictures ?? [])
        expect((await fetch(other.origin + picture)).status, picture).toBe(200)
    }
  } finally {
    await other.stop()
  }
}

/* Only the text of the article: the lists beside it may have changed since. */
function textOf(html = '') {
  const [article = ''] = /<article[\s\S]*<\/article>/.exec(html) ?? []
  const [, headline] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? []
  const paragraphs = [...article.matchAll(/<p(?: [^>]*)?>([\s\S]*?)<\/p>/g)].map(match => match[1])
  const pictures = [...article.matchAll(/src="(\/media\/[^"]+)"/g)].map(match => match[1] ?? '')
  return { headline, paragraphs, pictures: pictures.slice(0, 1) }
}

type Diagnosis = { check: string; level: string; what: string }

/* The test server really does not wait for its disk, on purpose. */
async function problemsOf(settings: Record<string, string>): Promise<string[]> {
  const output = await runPress(settings, ['doctor', '--json']).catch(
    (error: { stdout: string }) => error.stdout,
  )
  const { findings } = JSON.parse(output) as { findings: Diagnosis[] }
  return findings
    .filter(({ level, check }) => level === 'problem' && !(process.env.E2E_POSTGRES && check === 'server'))
    .map(({ what }) => what)
}

const articlesIn = (json: string) => JSON.parse(json) as Article[]
