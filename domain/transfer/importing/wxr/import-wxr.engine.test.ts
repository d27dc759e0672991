import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from '#db/open.ts'
import { articleAnswer } from '#db/queries/article.ts'
import { sectionsOf } from '#db/queries/frame.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import { standingPage } from '#db/queries/pages.ts'
import { articles, auditLog, schedules } from '#db/schema/tables.ts'
import { findNewPath } from '#domain/discovery/old-addresses/find-new-path.ts'
import { publishDue } from '#domain/editorial/publishing/publish-due.ts'
import { keepArt, keepPicture, keepVideo } from '#domain/media/files/keep-file.ts'
import { tally } from './import-report.ts'
import { type ImportOptions, importWxr } from './import-wxr.ts'

const fixture = fileURLToPath(new URL('./fixtures/bilingual.xml', import.meta.url))
let database: Database
let folder: string
let uploads: string

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-import-'))
  uploads = path.join(folder, 'uploads')
  fs.mkdirSync(path.join(uploads, '2024/05'), { recursive: true })
  await sharp({ create: { width: 640, height: 480, channels: 3, background: '#caa' } })
    .png()
    .toFile(path.join(uploads, '2024/05/crane.png'))
  database = openDatabase(path.join(folder, 'data'))
})

afterEach(async () => {
  await database.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

function run(options: Partial<ImportOptions> = {}) {
  const { dataDir } = database
  const keeper: ImportOptions['keeper'] = {
    picture: (bytes, name) => keepPicture(dataDir, bytes, name, { dryRun: options.dryRun }),
    video: (bytes, name) => keepVideo(dataDir, bytes, name, { dryRun: options.dryRun }),
    art: (seed, glaze) => keepArt(dataDir, { seed, glaze }),
  }
  return importWxr({ file: fixture, uploads, keeper, now: new Date('2026-01-01T00:00:00Z'), ...options })
}

const auditEntries = () => reader().$count(auditLog)

describe('importWxr', () => {
  it('brings translations of one story together, each in its language', async () => {
    const report = await run()
    expect(tally(report, 'failed')).toBe(0)
    const [item] = await latestHeadlines('ar', 10)
    if (!item) throw new Error('nothing was imported')
    const answer = await articleAnswer('ar', item.storyId)
    if (answer.state !== 'published') throw new Error(answer.state)
    const { article } = answer
    expect(article).toMatchObject({
      headline: 'الرافعة الثالثة تعود إلى العمل',
      standfirst: 'بعد عام من التوقف.',
      slug: 'رافعة',
      section: { name: 'مرافئ' },
      topics: [{ name: 'رافعات' }, { name: 'وردية الليل' }],
      authors: [{ name: 'منى سالم' }],
      lead: { alt: 'رافعة صفراء', caption: 'الرافعة من الجو.', width: 640, height: 480 },
      translation: { locale: 'en', headline: 'Third crane works again', slug: 'third-crane' },
    })
    expect(article.publishedAt.toISOString()).toBe('2024-05-05T05:00:00.000Z')
    expect(article.body.content.map(block => block.type)).toEqual(['paragraph', 'figure'])
    expect(article.pictures.size).toBe(1)
  })

  it('draws the picture of a story that has none, and says that it is drawn', async () => {
    await run({ uploads: undefined })
    const [item] = await latestHeadlines('ar', 1)
    const answer = await articleAnswer('ar', item?.storyId ?? 0)
    expect(answer).toMatchObject({ article: { lead: { art: true, alt: '' } } })
  })

  it('changes nothing when it runs again', async () => {
    await run()
    const before = await auditEntries()
    const report = await run()
    expect(tally(report, 'unchanged')).toBe(4)
    expect(await auditEntries()).toBe(before)
  })

  it('leads old addresses to their new places', async () => {
    await run()
    const [item] = await latestHeadlines('ar', 1)
    const query = new URLSearchParams()
    const expected = { path: `/ar/ports/${item?.storyId}/${encodeURIComponent('رافعة')}` }
    expect(await findNewPath('/2024/05/%D8%B1%D8%A7%D9%81%D8%B9%D8%A9/', query)).toEqual(expected)
    expect(await findNewPath('/', new URLSearchParams('p=21'))).toEqual(expected)
    expect(await findNewPath('/category/ports/', query)).toMatchObject({
      path: expect.stringContaining('/ports'),
    })
    expect(await findNewPath('/category/ports/cranes/', query)).toMatchObject({
      path: expect.stringContaining('/topics/'),
    })
    expect(await findNewPath('/tag/night-shift/', query)).toMatchObject({
      path: expect.stringContaining('/topics/'),
    })
    expect(await findNewPath('/author/mona/', query)).toMatchObject({
      path: expect.stringContaining('/authors/'),
    })
    expect(await findNewPath('/about/', query)).toEqual({ path: '/en/pages/about' })
    expect(await findNewPath('/nothing-here/', query)).toBeNull()
    expect(await findNewPath('/feed/', query)).toEqual({ path: '/ar/feed.xml' })
    expect(await findNewPath('/en/feed', query)).toEqual({ path: '/en/feed.xml' })
    const category = (await findNewPath('/category/ports/', query)) as { path: string }
    expect(await findNewPath('/category/ports/feed/atom/', query)).toEqual({
      path: `${category.path}/feed.atom`,
    })
    expect(await findNewPath('/about/feed/', query)).toBeNull()
  })

  it('keeps drafts from readers, and pages as standing pages', async () => {
    await run()
    expect((await latestHeadlines('en', 10)).map(item => item.headline)).toEqual(['Third crane works again'])
    expect(await standingPage('en', 'about')).toMatchObject({ title: 'About us' })
    expect((await sectionsOf('en')).map(section => section.slug)).toContain('ports')
  })

  it('says what was dropped, and agrees with the file', async () => {
    const report = await run()
    const crane = report.items.find(item => item.id === '21')
    expect(crane?.dropped).toEqual({ 'block latest-posts': 1, comments: 1 })
    expect(report.notImported).toEqual({ nav_menu_item: 1, comments: 1 })
    for (const { inFile, inDatabase } of report.counts)
      if (inDatabase !== null) expect(inDatabase).toBe(inFile)
  })

  it('lists pictures that are not among the uploads, and takes them when they come later', async () => {
    const report = await run({ uploads: undefined })
    expect(report.items.find(item => item.id === '21')?.missing).toHaveLength(2)
    const again = await run()
    expect(tally(again, 'updated')).toBe(1)
    const [item] = await latestHeadlines('ar', 1)
    expect((await articleAnswer('ar', item?.storyId ?? 0)) as object).toMatchObject({
      article: { lead: { width: 640 } },
    })
  })

  it('writes nothing in a dry run, and shows the same', async () => {
    const dry = await run({ dryRun: true })
    expect(await latestHeadlines('ar', 10)).toEqual([])
    const real = await run()
    expect(dry.items).toEqual(real.items)
  })

  it('takes the language that it is told', async () => {
    await run({ locale: 'en' })
    expect(await latestHeadlines('ar', 10)).toEqual([])
  })

  describe('of a post that is still to come', () => {
    const moment = new Date('2026-03-01T06:00:00Z')
    const before = new Date('2026-02-01T00:00:00Z')
    const after = new Date('2026-04-01T00:00:00Z')

    /* The draft in the fixture, with a status and a date. */
    function future(status: string, edit = (xml: string) => xml) {
      const file = path.join(folder, 'future.xml')
      const xml = fs
        .readFileSync(fixture, 'utf8')
        .replace('<wp:post_date_gmt>0000-00-00 00:00:00', '<wp:post_date_gmt>2026-03-01 06:00:00')
        .replace('<wp:status>draft', `<wp:status>${status}`)
      fs.writeFileSync(file, edit(xml))
      return file
    }
    const { status, publishedAt } = articles
    const post = async () =>
      (
        await reader()
          .select({ status, publishedAt })
          .from(articles)
          .where(eq(articles.headline, 'Unfinished'))
      )[0]
    const notesOf = (report: Awaited<ReturnType<typeof run>>) =>
      report.items.find(item => item.id === '23')?.notes

    it.each(['future', 'publish'])(
      'schedules it for its date (%s), says so, and publishes it once',
      async status => {
        const file = future(status)
        const report = await run({ file, now: before })
        expect(notesOf(report)).toEqual(['scheduled: will be published at 2026-03-01 09:00 (Asia/Riyadh)'])
        for (const { inFile, inDatabase } of report.counts)
          if (inDatabase !== null) expect(inDatabase).toBe(inFile)
        expect(await post()).toMatchObject({ status: 'scheduled', publishedAt: null })
        expect(tally(await run({ file, now: before }), 'unchanged')).toBe(4)
        await publishDue(after)
        expect(await post()).toMatchObject({ status: 'published', publishedAt: moment })
        expect(tally(await run({ file, now: after }), 'unchanged')).toBe(4)
        expect((await post())?.status).toBe('published')
      },
    )

    it('follows the newest text of the export, and takes back what is a draft again', async () => {
      await run({ file: future('future'), now: before })
      await run({ file: future('future', xml => xml.replace('Not yet.', 'Almost.')), now: before })
      const bound = () =>
        reader()
          .select({ revision: schedules.revision })
          .from(schedules)
          .where(eq(schedules.state, 'waiting'))
      expect(await bound()).toEqual([{ revision: 2 }])
      await run({ file: future('draft'), now: before })
      expect((await post())?.status).toBe('review')
      expect(await bound()).toEqual([])
    })

    it('does not publish by itself what was promised for a time that is over', async () => {
      const report = await run({ file: future('future'), now: after })
      expect((await post())?.status).toBe('draft')
      expect(notesOf(report)?.[0]).toMatch(/^was scheduled for 2026-03-01 09:00 .*a draft/)
      expect(await publishDue(after)).toEqual([])
    })
  })

  it('says where malformed XML stops, and keeps what came before', async () => {
    const broken = path.join(folder, 'broken.xml')
    fs.writeFileSync(
      broken,
      fs.readFileSync(fixture, 'utf8').replace('<title>Unfinished</title>', '<title>Unfinished</titel>'),
    )
    await expect(run({ file: broken })).rejects.toMatchObject({
      code: 'import.malformed',
      parameters: { file: broken, line: 59 },
    })
  })

  it('refuses XML that is no export of WordPress', async () => {
    const other = path.join(folder, 'other.xml')
    fs.writeFileSync(other, '<rss><channel><title>News</title></channel></rss>')
    await expect(run({ file: other })).rejects.toMatchObject({ code: 'import.notWordPress' })
  })
})
