import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { articleAnswer } from '#db/queries/article.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { MEDIA } from '#domain/media/files/media-store.ts'
import { desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory, edited } from '#testing/stories.testing.ts'
import { articleCard, shareImageName, siteCard } from './share-card.ts'
import { drawShareImage, shareImage } from './share-image.ts'

const now = new Date('2026-02-22T12:00:00Z')

describe('a share image', () => {
  aNewsroom()
  let storyId: number
  let folders: { dataDir: string; fontsDir: string }

  beforeEach(async () => {
    storyId = await aStory({ now })
    folders = {
      dataDir: fs.mkdtempSync(path.join(os.tmpdir(), 'share-images-')),
      fontsDir: 'domain/distribution/share-images/fonts',
    }
  })
  afterEach(async () => {
    fs.rmSync(folders.dataDir, { recursive: true, force: true })
  })

  const published = (headline: string) =>
    anArticle({ storyId, locale: 'ar', headline, status: 'published', now })

  async function currentName(): Promise<string> {
    const answer = await articleAnswer('ar', storyId)
    if (answer.state !== 'published') throw new Error('Not published')
    return shareImageName(articleCard(answer.article, await siteFrame('ar')))
  }

  const imageOf = (name: string) =>
    shareImage(name, folders.dataDir, drawing => drawShareImage(drawing, folders))

  const asked = async (name: string) => {
    const found = await imageOf(name)
    if (found?.state !== 'there') throw new Error(`There is no ${name}`)
    return { ...found, path: path.join(folders.dataDir, MEDIA, found.file) }
  }

  it('is drawn once, in the promised size', async () => {
    await published('المرافئ تستعيد حركتها')
    const name = await currentName()
    const [first, second] = await Promise.all([asked(name), asked(name)])
    expect(second).toEqual(first)
    const drawnAt = fs.statSync(first.path).mtimeMs
    expect(await asked(name)).toEqual(first)
    expect(fs.statSync(first.path).mtimeMs).toBe(drawnAt)
    const { width, height, format } = await sharp(first.path).metadata()
    expect([width, height, format]).toEqual([1200, 630, 'jpeg'])
    expect(first.bytes).toBe(fs.statSync(first.path).size)
    expect(first.bytes).toBeLessThan(200_000)
  })

  it('gives way to a new one when the headline changes', async () => {
    const article = await published('المرافئ')
    const former = await currentName()
    const { path: formerPath } = await asked(former)
    await edited(article, 'المرافئ تستعيد حركتها', now)
    const name = await currentName()
    expect(name).not.toBe(former)
    expect(await imageOf(former)).toEqual({ state: 'moved', address: `/media/${name}` })
    await asked(name)
    expect(fs.existsSync(formerPath)).toBe(false)
  })

  it('is gone with its article, from the disk too', async () => {
    const article = await published('المرافئ')
    const name = await currentName()
    const { path: file } = await asked(name)
    await withdraw(desk, { articleId: article.id, revision: article.revision, reason: 'خطأ', now })
    expect(await imageOf(name)).toEqual({ state: 'gone' })
    expect(fs.existsSync(file)).toBe(false)
  })

  it('is none of what readers do not see', async () => {
    await anArticle({ storyId, locale: 'ar', headline: 'مسودة', now })
    expect(await imageOf(`share-ar-story-${storyId}-0123456789.jpg`)).toBeNull()
    expect(await imageOf('share-ar-story-999999-0123456789.jpg')).toBeNull()
    expect(await imageOf('share-ar-section-999999-0123456789.jpg')).toBeNull()
    expect(await imageOf('share-anything')).toBeNull()
    expect(fs.readdirSync(folders.dataDir)).toEqual([])
  })

  it('stands for the whole site too', async () => {
    const name = shareImageName(siteCard(await siteFrame('en')))
    expect((await asked(name)).bytes).toBeLessThan(200_000)
  })
})
