import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '#body/canonical-json.ts'
import { reader } from '#db/open.ts'
import { articles } from '#db/schema/tables.ts'
import { exportOf, itemOf, reportedItem, TriedImport } from './import.testing.ts'
import { tally } from './import-report.ts'

let tried: TriedImport
let uploads: string

beforeEach(async () => {
  tried = new TriedImport()
  uploads = path.join(tried.folder, 'uploads')
  fs.mkdirSync(path.join(uploads, '2024/02'), { recursive: true })
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#caa' } })
  await picture.png().toFile(path.join(uploads, '2024/02/quay.png'))
  fs.writeFileSync(path.join(uploads, '2024/02/broken.jpg'), 'no picture')
})

afterEach(() => tried.end())

const url = (name: string) => `https://old.example/wp-content/uploads/2024/02/${name}`
const attachment = itemOf({
  'wp:post_id': '50',
  'wp:post_type': 'attachment',
  'wp:status': 'inherit',
  'wp:attachment_url': url('quay.png'),
})
const post = itemOf(
  {
    title: 'With pictures',
    'wp:post_id': '1',
    'content:encoded': `Words. <img src="${url('quay.png')}"> <img src="${url('broken.jpg')}"> <img src="${url('lost.jpg')}">`,
  },
  '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>50</wp:meta_value></wp:postmeta>',
)
const xml = exportOf([attachment, post])

describe('a second run of the same file', () => {
  it.each([
    ['without the uploads', {}],
    ['with another language', { locale: 'ar' } as const],
    ['with an empty folder of uploads', { uploads: '/var/empty' }],
  ])('changes nothing %s', async (_, options) => {
    await tried.run(xml, { uploads })
    const [before, article] = [await tried.writes(), await tried.rows('SELECT * FROM articles')]
    const report = await tried.run(xml, options)
    expect(tally(report, 'unchanged')).toBe(1)
    expect(await tried.writes()).toEqual(before)
    expect(await tried.rows('SELECT * FROM articles')).toEqual(article)
    expect(reportedItem(report, 'With pictures').missing).toEqual(['broken.jpg', 'lost.jpg'].map(url))
  })

  it('changes nothing either when a newer export has more before it, and another comment', async () => {
    await tried.run(xml, { uploads })
    const newer = xml
      .replace('<item>', `${itemOf({ title: 'News', 'wp:post_id': '9' })}\n\n<item>`)
      .replaceAll('</item>', '<wp:comment></wp:comment></item>')
    expect(reportedItem(await tried.run(newer), 'With pictures').outcome).toBe('unchanged')
  })

  it('keeps the pictures of a post that changed meanwhile', async () => {
    await tried.run(xml, { uploads })
    const lead = () => tried.rows('SELECT lead_media_id FROM stories')
    const before = await lead()
    const report = await tried.run(xml.replace('Words.', 'Other words.'))
    expect(tally(report, 'updated')).toBe(1)
    expect(await lead()).toEqual(before)
    const [article] = await reader().select({ body: articles.body }).from(articles)
    expect(canonicalJson(article?.body)).toContain('"media":1,')
  })

  it('keeps what the picture says in the other language when a post changed', async () => {
    const told = (language: string) =>
      `<category domain="language" nicename="${language}">x</category><category domain="post_translations" nicename="pll_1">x</category>`
    const thumbnail =
      '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>50</wp:meta_value></wp:postmeta>'
    const both = exportOf([
      attachment,
      itemOf({ title: 'One', 'wp:post_id': '1' }, told('en') + thumbnail),
      itemOf({ title: 'واحد', 'wp:post_id': '2' }, told('ar') + thumbnail),
    ])
    await tried.run(both, { uploads })
    await tried.run(both.replace('One', 'First'), { uploads })
    expect(await tried.rows('SELECT locale FROM story_picture_texts ORDER BY locale')).toEqual([
      { locale: 'ar' },
      { locale: 'en' },
    ])
  })

  it('is foretold as unchanged by a dry run', async () => {
    await tried.run(xml, { uploads })
    expect(tally(await tried.run(xml, { uploads, dryRun: true }), 'unchanged')).toBe(1)
    expect(tally(await tried.run(xml, { dryRun: true }), 'unchanged')).toBe(1)
  })

  it('says so when it is told another language than the one a post has here', async () => {
    await tried.run(xml)
    const report = await tried.run(xml, { locale: 'ar' })
    expect(reportedItem(report, 'With pictures')).toMatchObject({
      locale: 'en',
      notes: ['is here in "en" already, and stays so'],
    })
  })
})

describe('files of an export', () => {
  it('are unreadable when they are there but are no picture, and missing when they are not', async () => {
    const item = reportedItem(await tried.run(xml, { uploads }), 'With pictures')
    expect(item.missing).toEqual([url('lost.jpg')])
    expect(item.unreadable).toMatchObject([{ url: url('broken.jpg') }])
  })
})
