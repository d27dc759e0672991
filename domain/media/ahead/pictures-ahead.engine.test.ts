import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Body } from '#body/body.ts'
import { engine } from '#db/engine.ts'
import { articles } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { anAuthor, aPicture, aSection } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { PicturesAhead } from './pictures-ahead.ts'

const now = new Date('2026-02-22T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const stem = (letter: string) => letter.repeat(20)

aNewsroom()

const pictureNamed = (letter: string, more = {}) => aPicture({ name: stem(letter), ...more })

async function published(letter: string, days: number, more: { locale?: 'ar' | 'en'; body?: Body } = {}) {
  const sectionId = await aSection()
  const leadMediaId = await pictureNamed(letter)
  return anArticle({
    ...{
      story: { sectionId, leadMediaId },
      status: 'published',
      publishedAt: daysAgo(days),
      now: daysAgo(days),
    },
    ...more,
  })
}

async function listed(most: number) {
  const pictures = await new PicturesAhead(most).list(now)
  return pictures.map(({ name, sizes }) => `${name[0]} ${sizes}`)
}

describe('the pictures that are made ahead', () => {
  it('are those of the newest publications first, in either language, whenever they were uploaded', async () => {
    await published('a', 3)
    await published('b', 1, { locale: 'ar' })
    await published('c', 2)
    expect(await listed(100)).toEqual(['b all', 'c all', 'a all'])
  })

  it('are made for lists alone beyond the limit, and not at all beyond ten times of it', async () => {
    for (let index = 0; index < 12; index++) await published('abcdef012345'[index] ?? '', index + 1)
    const pictures = await listed(1)
    expect(pictures.slice(0, 2)).toEqual(['a all', 'b list'])
    /* The last upload is made too: it is for what comes next. */
    expect(pictures.filter(each => each.endsWith('list'))).toHaveLength(9)
    expect(pictures).toContain('5 all')
    expect(pictures).not.toContain('4 list')
  })

  it('are those in the texts and the posters of films too', async () => {
    const [inText, poster] = [await pictureNamed('e'), await pictureNamed('f')]
    const film = await aPicture({ name: stem('9'), kind: 'video', mime: 'video/mp4', extension: 'mp4' })
    const body = {
      type: 'doc',
      content: [
        { type: 'figure', attrs: { media: inText } },
        { type: 'video', attrs: { media: film, poster, url: null, title: null } },
      ],
    } as unknown as Body
    await published('a', 1, { body })
    await published('b', 2)
    expect(await listed(100)).toEqual(['a all', 'e all', 'f all', 'b all'])
  })

  it('are portraits for their small places, and what was uploaded last for what is not published yet', async () => {
    await anAuthor({ portraitId: await pictureNamed('d') })
    await pictureNamed('e')
    await published('a', 1)
    const pictures = await listed(100)
    expect(pictures[0]).toBe('a all')
    expect(pictures.toSorted()).toEqual(['a all', 'd list', 'e all'])
  })

  it('are none of drafts before those of readers, and none when none are wanted', async () => {
    const leadMediaId = await pictureNamed('d')
    await anArticle({ story: { leadMediaId }, now: daysAgo(0) })
    await published('a', 9)
    expect(await listed(100)).toEqual(['a all', 'd all'])
    expect(await listed(0)).toEqual([])
  })

  /* PostgreSQL itself refuses what is no JSON. */
  it.runIf(engine === 'sqlite')('are not held up by a text that is damaged', async () => {
    const damaged = await published('a', 1)
    const inText = await pictureNamed('e')
    const body = { type: 'doc', content: [{ type: 'figure', attrs: { media: inText } }] } as unknown as Body
    await published('b', 2, { body })
    await write(tx => tx.update(articles).set({ body: sql`'{no JSON'` }).where(eq(articles.id, damaged.id)))
    expect(await listed(100)).toEqual(['a all', 'b all', 'e all'])
  })

  it('follow a publication when they are asked for again', async () => {
    await published('a', 3)
    const ahead = new PicturesAhead(100)
    const names = async () => (await ahead.list(now)).map(({ name }) => name[0])
    expect(await names()).toEqual(['a'])
    await published('b', 1)
    expect(await names()).toEqual(['b', 'a'])
  })
})
