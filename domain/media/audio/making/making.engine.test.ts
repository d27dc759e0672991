import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { stateOfSound } from '#db/queries/audio/sound-files.ts'
import { recoverSpoken } from '#db/queries/audio/spoken.ts'
import { putFact } from '#db/queries/facts.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { spoken } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { reviseIn } from '#domain/editorial/publishing/revise.ts'
import { withdrawIn } from '#domain/editorial/publishing/withdraw.ts'
import { DEMONSTRATION_FACT } from '#domain/transfer/demonstration/demonstration-fact.ts'
import { forgetSettings } from '#settings/settings.testing.ts'
import { desk } from '#testing/actors.testing.ts'
import { aBody } from '#testing/body.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { forgetSounds } from './forget-sounds.ts'
import { makeBulletins } from './make-bulletins.ts'
import { makeNext, type Speak } from './make-next.ts'
import { AHEAD, requestAhead } from './request-ahead.ts'
import { requestSound } from './request-sound.ts'

const now = new Date('2026-02-22T12:00:00Z')
const HOUR_MS = 3_600_000
const later = (hours: number) => new Date(now.getTime() + hours * HOUR_MS)

const newsroom = aNewsroom()
const signal = new AbortController().signal

/* A voice that says what it was given; each text is a sound of its own. */
const said: string[] = []
let fault: Error | null = null
const speak: Speak = async ({ blocks, locale, voice }) => {
  if (fault) throw fault
  const text = blocks.flatMap(({ runs }) => runs.map(run => run.text)).join(' ')
  said.push(text)
  const file = path.join(newsroom.folder, `${said.length}.tmp`)
  fs.writeFileSync(file, `${voice} ${locale} ${text}`)
  return { path: file }
}
const make = (at = now) => makeNext({ dataDir: newsroom.dataDir, holder: 'a', speak, signal, now: at })
async function makeAll(at = now): Promise<string[]> {
  const outcomes: string[] = []
  for (;;) {
    const { outcome } = await make(at)
    if (outcome === 'none') return outcomes
    outcomes.push(outcome)
  }
}

function withSettings(environment: Record<string, string>): void {
  Object.assign(process.env, environment)
  forgetSettings()
}
beforeEach(() => {
  said.length = 0
  fault = null
  withSettings({ PRESS_VOICE: 'command say', PRESS_VOICE_BUILT_IN: '1' })
})
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('PRESS_VOICE')) delete process.env[name]
  forgetSettings()
})

const published = (more: Parameters<typeof anArticle>[0] = {}) =>
  anArticle({ status: 'published', publishedAt: now, now, ...more })
const ask = (article: StoredArticle, more: Partial<Parameters<typeof requestSound>[0]> = {}, at = now) =>
  requestSound(
    { locale: article.locale, storyId: article.storyId, part: 'article', voice: 'built-in', ...more },
    at,
  )
const change = (
  article: StoredArticle,
  changes: Partial<Pick<StoredArticle, 'headline' | 'body' | 'seoTitle'>>,
) =>
  write(tx => {
    const { id: articleId, revision, headline, standfirst, body, slug } = article
    const text = { headline, standfirst, body, slug, authorIds: [], ...changes }
    return reviseIn(tx, desk, { ...text, articleId, revision, now })
  })
const soundFiles = () =>
  fs.readdirSync(path.join(newsroom.dataDir, 'media/audio')).filter(name => name.endsWith('.mp3'))

describe('a sound that a reader asks for', () => {
  it('is made once, and is there for everybody then', async () => {
    const article = await published({ headline: 'Ferry back' })
    expect(await Promise.all([ask(article), ask(article), ask(article)])).toEqual(
      Array(3).fill({ state: 'making' }),
    )
    expect(await makeAll()).toEqual(['made'])
    expect(said).toEqual(['Ferry back Ferry back'])
    const answer = await ask(article)
    expect(answer).toMatchObject({ state: 'ready', name: expect.stringMatching(/^[0-9a-f]{20}$/) })
    if (answer.state !== 'ready') throw new Error(answer.state)
    expect(soundFiles()).toEqual([`${answer.name}.mp3`])
    expect(await stateOfSound(answer.name, now)).toBe('heard')
  })

  it('is spoken anew when its text changes, and not when only something else does', async () => {
    const article = await published({ headline: 'Ferry back' })
    await ask(article)
    await makeAll()
    await change(article, { headline: 'Ferry late' })
    expect(await ask(article)).toEqual({ state: 'making' })
    await makeAll()
    expect(said).toEqual(['Ferry back Ferry back', 'Ferry late Ferry back'])
  })

  it('is dropped when the text changes before its turn', async () => {
    const article = await published({ headline: 'Ferry back' })
    await ask(article)
    await change(article, { body: aBody('Otherwise') })
    expect(await makeAll()).toEqual(['dropped'])
    expect(said).toEqual([])
  })

  it('falls silent at once with its article, and is forgotten in the end', async () => {
    const article = await published()
    await ask(article)
    await makeAll()
    const answer = await ask(article)
    if (answer.state !== 'ready') throw new Error(answer.state)
    const after = await write(tx =>
      withdrawIn(tx, desk, { articleId: article.id, revision: article.revision, now }),
    )
    expect(await stateOfSound(answer.name, now)).toBe('gone')
    expect(await ask(after)).toEqual({ state: 'withdrawn' })
    expect(await forgetSounds(newsroom.dataDir, later(24))).toBe(0)
    expect(await forgetSounds(newsroom.dataDir, new Date(Date.now() + 31 * 24 * HOUR_MS))).toBe(1)
    expect(soundFiles()).toEqual([])
    expect(await stateOfSound(answer.name, now)).toBe('unknown')
  })

  it('comes before what nobody waits for', async () => {
    const old = await published({ headline: 'Old', publishedAt: later(-48) })
    await published({ headline: 'New' })
    await requestAhead(now)
    await ask(old, { part: 'headline' })
    await make()
    expect(said).toEqual(['Old'])
  })

  it('is refused where there is no such voice, no such article, or listening is off', async () => {
    const article = await published()
    withSettings({ PRESS_VOICE: 'off' })
    expect(await ask(article)).toMatchObject({ state: 'refused', reason: 'voice' })
    withSettings({ PRESS_VOICE: '', PRESS_VOICE_BUILT_IN: '' })
    expect(await ask(article)).toMatchObject({ state: 'refused', reason: 'voice' })
    expect(await ask(article, { voice: 'provider' })).toMatchObject({ state: 'refused', reason: 'voice' })
    await write(tx => putFact(tx, DEMONSTRATION_FACT, 'demo'))
    expect(await ask(article)).toEqual({ state: 'making' })
    expect(await ask(article, { storyId: 999 })).toEqual({ state: 'missing' })
    expect(await ask(article, { locale: 'ar' })).toEqual({ state: 'missing' })
    const draft = await anArticle()
    expect(await ask(draft)).toEqual({ state: 'missing' })
  })

  it('that cannot be made is tried again later, and given up with the reason', async () => {
    const article = await published()
    await ask(article)
    fault = new Error('no model')
    expect(await makeAll()).toEqual(['failed'])
    expect(await ask(article)).toMatchObject({ state: 'refused', reason: 'failed' })
    expect(await makeAll(later(1))).toEqual(['failed'])
    expect(await makeAll(later(2))).toEqual(['failed'])
    expect(await makeAll(later(3))).toEqual([])
    const [row] = await reader().select().from(spoken)
    expect(row).toMatchObject({ state: 'failed', attempts: 3, failure: 'Error: no model' })
    expect(await ask(article, {}, later(2))).toMatchObject({ state: 'refused', reason: 'failed' })
    fault = null
    expect(await ask(article, {}, later(9))).toEqual({ state: 'making' })
    expect(await makeAll(later(9))).toEqual(['made'])
  })

  it('that a process left behind is taken up by another', async () => {
    const article = await published()
    await ask(article)
    const killed = { dataDir: newsroom.dataDir, holder: 'killed', signal, now }
    void makeNext({ ...killed, speak: () => new Promise(() => {}) })
    await expect.poll(async () => (await reader().select().from(spoken))[0]?.state).toBe('claimed')
    expect(await make()).toEqual({ outcome: 'none' })
    await write(recoverSpoken)
    expect(await makeAll()).toEqual(['made'])
  })

  it('waits in a queue that has an end', async () => {
    const article = await published()
    const rows = Array.from({ length: 200 }, (_, index) => ({
      ...{ articleId: article.id, part: 'article' as const, voice: 'built-in' as const, revision: 1 },
      ...{ version: `v${index}`, characters: 10, state: 'waiting' as const, urgency: 1 },
      ...{ requestedAt: now, nextAt: now },
    }))
    await write(async tx => void (await tx.insert(spoken).values(rows)))
    expect(await ask(article)).toMatchObject({ state: 'refused', reason: 'queue' })
  })
})

describe('a provider', () => {
  it('speaks nothing that is older than thirty days, except what it has spoken already', async () => {
    const [old, young] = [
      await published({ publishedAt: later(-31 * 24) }),
      await published({ publishedAt: later(-29 * 24) }),
    ]
    expect(await ask(old, { voice: 'provider' })).toMatchObject({ state: 'refused', reason: 'age' })
    expect(await ask(young, { voice: 'provider' })).toEqual({ state: 'making' })
    await makeAll()
    expect(await ask(young, { voice: 'provider' }, later(10 * 24))).toMatchObject({ state: 'ready' })
  })

  it('is given no more in a day than the budget, whoever asks', async () => {
    withSettings({ PRESS_VOICE_DAILY_CHARACTERS: '60' })
    const articles = []
    for (const headline of ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'])
      articles.push(await published({ headline: headline.padEnd(11, '.'), body: aBody('Text') }))
    await Promise.all(articles.map(article => ask(article, { voice: 'provider' })))
    const outcomes = await makeAll()
    expect(outcomes.filter(outcome => outcome === 'made').length).toBeLessThanOrEqual(4)
    expect(outcomes).toContain('postponed')
    expect(said.join('').length).toBeLessThanOrEqual(60)
    const seventh = await published({ headline: 'Seventh' })
    const refused = await ask(seventh, { voice: 'provider' })
    expect(refused).toMatchObject({ state: 'refused', reason: 'budget' })
    /* Until midnight in Riyadh. */
    if (refused.state === 'refused') expect(refused.retryAfterMs).toBe(9 * HOUR_MS)
    expect(await ask(seventh, { voice: 'built-in' })).toEqual({ state: 'making' })
    expect(await ask(seventh, { voice: 'provider' }, later(9))).toEqual({ state: 'making' })
    expect(await makeAll(later(9))).toContain('made')
  })
})

describe('ahead', () => {
  it('the newest ten of each language are spoken, and no others', async () => {
    for (let index = 0; index <= AHEAD; index++)
      await published({ headline: `Story ${index}`, publishedAt: later(-index) })
    await published({ headline: 'خبر', locale: 'ar' })
    await requestAhead(now)
    await requestAhead(now)
    await makeAll()
    expect(new Set(said).size).toBe(said.length)
    expect(said).toHaveLength(2 * (AHEAD + 1))
    expect(said.filter(text => text.startsWith(`Story ${AHEAD}`))).toEqual([])
  })

  it('nothing is asked for twice when only the revision changes', async () => {
    const article = await published({ headline: 'Ferry' })
    await requestAhead(now)
    await makeAll()
    await change(article, { seoTitle: 'Ferries' })
    await requestAhead(later(1))
    expect(await makeAll()).toEqual([])
    const rows = await reader().select().from(spoken)
    expect(rows.map(({ revision }) => revision)).toEqual([article.revision + 1, article.revision + 1])
  })
})

describe('the bulletin of the day', () => {
  const bulletinsNow = () =>
    newsroom.database.rows('SELECT locale, day, name, story_ids FROM bulletins ORDER BY locale')
  const idsOf = (row?: Record<string, unknown>) =>
    typeof row?.story_ids === 'string' ? JSON.parse(row.story_ids) : row?.story_ids

  it('has the headlines of a provider, joined, and loses those that are withdrawn', async () => {
    const articles = []
    for (const headline of ['One', 'Two', 'Three', 'Four'])
      articles.push(await published({ headline, publishedAt: later(-10) }))
    await makeBulletins(newsroom.dataDir, now)
    expect(await bulletinsNow()).toEqual([])
    await makeAll()
    await makeBulletins(newsroom.dataDir, now)
    const [made, ...more] = await bulletinsNow()
    expect(more).toEqual([])
    expect(made).toMatchObject({ locale: 'en', day: '2026-02-22' })
    expect(idsOf(made)).toHaveLength(4)
    const content = fs.readFileSync(path.join(newsroom.dataDir, `media/audio/${made?.name}.mp3`), 'utf8')
    for (const headline of ['One', 'Two', 'Three', 'Four'])
      expect(content).toContain(`provider en ${headline}`)

    const gone = articles[1]
    if (!gone) throw new Error('No article')
    await write(tx => withdrawIn(tx, desk, { articleId: gone.id, revision: gone.revision, now }))
    expect(await stateOfSound(String(made?.name), now)).toBe('gone')
    await makeBulletins(newsroom.dataDir, later(1))
    const [again] = await bulletinsNow()
    expect(idsOf(again)).toEqual(
      articles
        .filter(({ id }) => id !== gone.id)
        .map(({ storyId }) => storyId)
        .reverse(),
    )
    expect(await stateOfSound(String(again?.name), later(1))).toBe('heard')
  })

  it('is not made before the morning, without a provider, or of old news', async () => {
    for (const headline of ['One', 'Two', 'Three']) await published({ headline, publishedAt: later(-10) })
    /* Half past five in Riyadh. */
    await makeBulletins(newsroom.dataDir, new Date('2026-02-22T02:30:00Z'))
    expect(await makeAll()).toEqual([])
    await makeBulletins(newsroom.dataDir, later(72))
    expect(await makeAll(later(72))).toEqual([])
    withSettings({ PRESS_VOICE: '' })
    await makeBulletins(newsroom.dataDir, now)
    expect(await makeAll()).toEqual([])
  })
})
