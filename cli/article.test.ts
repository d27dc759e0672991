import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { siteFrame } from '#db/queries/frame.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import { publishDue } from '#domain/editorial/publishing/publish-due.ts'
import { schedule } from '#domain/editorial/publishing/schedule.ts'
import { isolate } from '#i18n/bidi.ts'
import { desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory, edited } from '#testing/stories.testing.ts'
import { press } from './press-session.testing.ts'

const newsroom = aNewsroom()
let storyId: number
let id: string

const now = new Date('2026-02-22T12:00:00Z')

beforeEach(async () => {
  storyId = await aStory({ now })
  id = String(storyId)
  const { dataDir } = newsroom.database
  process.env.PRESS_DATA = dataDir
})

afterEach(async () => {
  delete process.env.PRESS_DATA
})

/* `press` closes the database when it is done, as a process of its own does; this opens it. */
const again = () => newsroom.database

const here = (...args: string[]) => press('article', ...args, '--locale', 'ar')

async function draft(headline = 'قارب «Breeze» يفوز') {
  const article = await anArticle({ storyId, locale: 'ar', headline, now })
  return article
}

async function shown() {
  again()
  const items = await latestHeadlines('ar', 10)
  return items.map(item => item.headline)
}

describe('press article', () => {
  it('publishes, withdraws and publishes again, in the name of the command', async () => {
    await draft()
    const published = await here('publish', id)
    expect(published).toMatchObject({ code: 0, err: '' })
    expect(published.out).toBe(
      `Published: ${isolate('قارب «Breeze» يفوز')}\nhttp://localhost:3000/a/${id}?l=ar\n`,
    )
    expect(await shown()).toEqual(['قارب «Breeze» يفوز'])
    expect(await here('withdraw', id, '--reason', 'Not confirmed')).toMatchObject({ code: 0 })
    expect(await shown()).toEqual([])
    expect(await here('publish', id, '--json').then(result => JSON.parse(result.out))).toMatchObject({
      status: 'published',
      storyId: storyId,
      locale: 'ar',
    })
    const entries = await again().rows('SELECT DISTINCT actor FROM audit_log ORDER BY 1')
    expect(entries.map(entry => entry.actor)).toEqual([
      'desk',
      'press article publish',
      'press article withdraw',
    ])
  })

  it('schedules by the clock of the site, says so in lists, and takes it back', async () => {
    await draft()
    const result = await here('schedule', id, '--at', '2099-11-30 06:00')
    expect(result).toMatchObject({ code: 0, err: '' })
    expect(result.out).toContain('Revision 1 is to be published at 2099-11-30 06:00 (Asia/Riyadh)')
    const [listed] = JSON.parse((await press('article', 'list', '--status', 'scheduled', '--json')).out)
    expect(listed.schedule).toMatchObject({ state: 'waiting', dueAt: '2099-11-30T03:00:00.000Z' })
    again()
    const article = await edited({ id: listed.id, revision: 1 } as never, 'عنوان لاحق', now)
    expect(article.status).toBe('scheduled')
    expect((await press('article', 'list')).out).toContain(
      'revision 1 will be published, not the later edits (now at 2)',
    )
    expect((await here('schedule', id, '--cancel')).out).toContain('Not scheduled any more, back in review')
    expect((await press('article', 'list', '--status', 'scheduled')).out).toBe(
      'There are no such articles.\n',
    )
  })

  it('shows what could not be published, and why', async () => {
    const { id: articleId, revision } = await draft()
    const now = new Date('2026-02-22T12:00:00Z')
    await schedule(desk, { articleId, revision, at: new Date('2026-02-22T13:00:00Z'), now })
    await newsroom.database.rows("UPDATE articles SET headline = ''")
    await publishDue(new Date('2026-02-22T14:00:00Z'))
    for (const result of [await press('article', 'list'), await here('show', id)]) {
      expect(result.out).toContain('review')
      expect(result.out).toContain('was to be published at 2026-02-22 16:00, and was not')
      expect(result.out).toContain('without a headline')
    }
  })

  it('brings a revision back', async () => {
    await edited(await draft('واحد'), 'اثنان', now)
    expect((await here('show', id)).out).toMatch(/2 .*اثنان.*\n1 .*واحد/)
    expect(await here('restore', id, '--revision', '1')).toMatchObject({ code: 0 })
    expect(JSON.parse((await here('show', id, '--json')).out)).toMatchObject({
      headline: 'واحد',
      revision: 3,
      revisions: [{ revision: 3 }, { revision: 2 }, { revision: 1 }],
    })
  })

  it('keeps the columns of mixed languages apart, and lets no headline steer the terminal', async () => {
    await anArticle({ storyId, headline: 'Harbour\u001b[2J \u202ereversed', now })
    await draft()
    const lines = (await press('article', 'list')).out.split('\n')
    const column = lines[0]?.indexOf('HEADLINE') ?? 0
    expect(lines[1]?.slice(column)).toBe(isolate('قارب «Breeze» يفوز'))
    expect(lines[2]?.slice(column)).toBe(isolate('Harbour [2J reversed'))
  })

  it.each([
    [
      'it did not work',
      1,
      ['show', '999', '--locale', 'ar'],
      /no article in this language.*press article list/,
    ],
    ['it did not work', 1, ['schedule', '1', '--locale', 'ar', '--at', '2020-01-01 06:00'], /still be ahead/],
    ['it did not work', 1, ['withdraw', '1', '--locale', 'ar'], /Only a published or scheduled/],
    ['it did not work', 1, ['restore', '1', '--locale', 'ar', '--revision', '9'], /no revision 9/],
    ['called wrongly', 2, ['publish', '1'], /--locale/],
    ['called wrongly', 2, ['publish', 'harbour', '--locale', 'ar'], /number, the one in its address/],
    ['called wrongly', 2, ['publish', '1', '--locale', 'fr'], /ar, en/],
    [
      'called wrongly',
      2,
      ['schedule', '1', '--locale', 'ar', '--at', '2026-02-30 06:00'],
      /2026-11-30 06:00/,
    ],
    ['called wrongly', 2, ['schedule', '1', '--locale', 'ar'], /--at.*--cancel/],
    ['called wrongly', 2, ['schedule', '1', '--locale', 'ar', '--at', '+2h', '--cancel'], /--at.*--cancel/],
    ['called wrongly', 2, ['list', '--status', 'gone'], /draft, review/],
    ['called wrongly', 2, ['list', '--limit', '0'], /whole number/],
  ])('says in a line what to do: %s (%i) %j', async (_, code, args, expected) => {
    await draft()
    const result = await press('article', ...args)
    expect(result).toMatchObject({ code, out: '' })
    expect(result.err).toMatch(expected)
    expect(result.err).not.toContain('    at ')
  })

  it('helps, with an example', async () => {
    const result = await press('article', 'schedule', '--help')
    expect(result.code).toBe(0)
    expect(result.out).toContain('press article schedule 17 --locale ar --at "2026-11-30 06:00"')
  })
})

describe('press breaking', () => {
  const strip = async () => {
    again()
    return (await siteFrame('ar')).breaking
  }

  it('sets the headline of a story, then words, and clears them', async () => {
    await draft()
    await here('publish', id)
    expect(await press('breaking', 'set', '--locale', 'ar', '--story', id, '--until', '+2h')).toMatchObject({
      code: 0,
    })
    expect(await strip()).toMatchObject({ text: 'قارب «Breeze» يفوز', article: { storyId: Number(id) } })
    await press('breaking', 'set', '--locale', 'ar', '--text', 'عاجل')
    expect(await strip()).toMatchObject({ text: 'عاجل', article: null })
    expect((await press('breaking', 'clear', '--locale', 'all')).out).toBe('Cleared: ar\n')
    expect(await strip()).toBeNull()
    expect((await press('breaking', 'clear', '--locale', 'all')).out).toBe('There was none.\n')
  })

  it('refuses what leads nowhere, and calls without words', async () => {
    await draft()
    const nowhere = await press('breaking', 'set', '--locale', 'ar', '--story', id)
    expect(nowhere).toMatchObject({ code: 1, out: '' })
    expect(nowhere.err).toContain('is not published in this language')
    expect(await press('breaking', 'set', '--locale', 'ar')).toMatchObject({ code: 2 })
  })
})
