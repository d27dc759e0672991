import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, reader } from '#db/open.ts'
import { insertArticle, relist } from '#db/queries/writing/articles.ts'
import { putSection } from '#db/queries/writing/catalogue.ts'
import { insertStory } from '#db/queries/writing/stories.ts'
import { articles, stories } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { articleAddresses } from './addresses.ts'
import { archiveSpan, headlinesBetween } from './archive.ts'
import { articleAnswer } from './article.ts'
import { deskArticle } from './desk.ts'
import { addReads, readsInHour } from './reads.ts'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-unlikely-'))
  openDatabase(folder)
})

afterEach(async () => {
  await openDatabase().close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const now = new Date('2026-02-22T12:00:00Z')

/** A published article, and how many there are of it. */
async function published(publishedAt: Date): Promise<number> {
  return write(async tx => {
    const texts = { name: 'World', slug: 'world', description: '' }
    const sectionId = await putSection(tx, {
      key: 'world',
      glaze: 'science',
      position: 0,
      texts: { ar: texts, en: texts },
    })
    const story = { sectionId, kind: 'news' as const, leadMediaId: null, topicIds: [] }
    const storyId = await insertStory(tx, undefined, story, now)
    const article = await insertArticle(tx, {
      ...{ storyId, locale: 'en', headline: 'One', standfirst: '', slug: 'one', wordCount: 0 },
      ...{ body: { type: 'doc', content: [] }, seoTitle: null, seoDescription: null, savedAt: now },
    })
    await tx.update(articles).set({ status: 'published', publishedAt })
    await relist(
      tx,
      { ...article, status: 'published', publishedAt },
      { storyId, sectionId, topicIds: [], authorIds: [] },
    )
    return article.id
  })
}

describe.each([0, 2_147_483_647, 2_147_483_648, 9_999_999_999, 999_999_999_999_999])('the number %d', id => {
  it('is of no article', async () => {
    await published(now)
    expect(await articleAddresses(id)).toEqual({})
    expect(await articleAnswer('en', id)).toEqual({ state: 'missing' })
    expect(await deskArticle(id, 'en')).toBeNull()
  })

  it('keeps nobody else from being counted', async () => {
    const articleId = await published(now)
    await write(tx =>
      addReads(tx, [
        { articleId: id, hour: now, reads: 1 },
        { articleId, hour: now, reads: 2 },
      ]),
    )
    expect(await readsInHour(now)).toEqual([{ articleId, reads: 2 }])
  })
})

describe('an article of a time before clocks agreed', () => {
  it.each(['1861-04-12T04:30:00.125Z', '1933-05-06T00:00:00Z'])('keeps its moment: %s', async text => {
    const at = new Date(text)
    await published(at)
    expect(await archiveSpan('en', now)).toEqual({ first: at, last: at })
    const page = await headlinesBetween('en', at, new Date(at.getTime() + 1), 1, now)
    expect(page.items.map(item => item.publishedAt)).toEqual([at])
  })
})

describe('the numbers of stories', () => {
  it('go on after one that was asked for, and after one that came to nothing', async () => {
    await published(now)
    const [kept] = await reader().select().from(stories)
    const { id: first = 0, sectionId = 0 } = kept ?? {}
    const story = { sectionId, kind: 'news' as const, leadMediaId: null, topicIds: [] }
    const insert = (id?: number) => write(tx => insertStory(tx, id, story, now))
    expect(await insert(40)).toBe(40)
    expect(await insert()).toBe(41)
    expect(await insert(first + 1)).toBe(first + 1)
    expect(await insert()).toBe(42)
  })
})
