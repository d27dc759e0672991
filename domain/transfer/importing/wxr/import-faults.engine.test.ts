import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '#body/canonical-json.ts'
import { reader } from '#db/open.ts'
import { articles } from '#db/schema/tables.ts'
import { findNewPath } from '#domain/discovery/old-addresses/find-new-path.ts'
import { exportOf, itemOf, reportedItem, TriedImport } from './import.testing.ts'
import { tally } from './import-report.ts'

let tried: TriedImport

beforeEach(() => {
  tried = new TriedImport()
})

afterEach(() => tried.end())

const post = (id: string, title: string, fields: Record<string, string> = {}, more = '') =>
  itemOf({ 'wp:post_id': id, title, ...fields }, more)

const counted = (report: Awaited<ReturnType<TriedImport['run']>>, what: string) =>
  report.counts.find(row => row.what.startsWith(what))

describe('a second item with the number of the first', () => {
  it('fails with its line and reason, and leaves the first as it is', async () => {
    const xml = exportOf([post('1', 'First'), post('1', 'Second'), post('2', 'Third')])
    const report = await tried.run(xml)
    const line = xml.split('\n').findIndex(each => each.includes('First')) + 1
    expect(reportedItem(report, 'Second')).toMatchObject({
      outcome: 'failed',
      line: line + 1,
      notes: [`has the same number and global id as the item at line ${line}, which was taken`],
    })
    expect(await tried.rows('SELECT headline FROM articles ORDER BY id')).toEqual([
      { headline: 'First' },
      { headline: 'Third' },
    ])
    expect(counted(report, 'posts')).toMatchObject({ inFile: 3, inDatabase: 2 })
    const before = await tried.writes()
    expect(tally(await tried.run(xml), 'unchanged')).toBe(2)
    expect(await tried.writes()).toEqual(before)
  })

  it('comes along when it has a global id of its own; the number leads to the first', async () => {
    const guid = (name: string) => ({ guid: `https://old.example/${name}` })
    const report = await tried.run(exportOf([post('1', 'First', guid('a')), post('1', 'Second', guid('b'))]))
    expect(tally(report, 'new')).toBe(2)
    expect(await findNewPath('/', new URLSearchParams('p=1'))).toMatchObject({
      path: expect.stringContaining('first'),
    })
  })

  it('is another when neither has a number', async () => {
    const xml = exportOf([itemOf({ title: 'One' }), itemOf({ title: 'Two' })])
    expect(tally(await tried.run(xml), 'new')).toBe(2)
  })
})

describe('a date that cannot be read', () => {
  const dates = (post_date: string, post_date_gmt: string, more: Record<string, string> = {}) => ({
    'wp:post_date': post_date,
    'wp:post_date_gmt': post_date_gmt,
    ...more,
  })
  const zeros = '0000-00-00 00:00:00'
  const pubDate = 'Sat, 03 Feb 2024 07:00:00 +0000'

  it.each([
    [
      'post_date',
      dates('2024-02-03 10:00:00', 'soon'),
      'its date "soon" cannot be read: taken from its post_date',
    ],
    [
      'pubDate',
      dates('garbage', zeros, { pubDate }),
      'its date "garbage" cannot be read: taken from its pubDate',
    ],
    [
      'post_modified',
      dates('2024-02-31 10:00:00', '', { 'wp:post_modified': '2024-02-03 10:00:00' }),
      'its date "2024-02-31 10:00:00" cannot be read: taken from its post_modified',
    ],
  ])('is taken from %s, with a note', async (_, fields, note) => {
    expect(reportedItem(await tried.run(exportOf([post('1', 'Dated', fields)])), 'Dated').notes).toEqual([
      note,
    ])
    const { status, publishedAt } = articles
    expect(await reader().select({ status, publishedAt }).from(articles)).toEqual([
      { status: 'published', publishedAt: new Date('2024-02-03T07:00:00Z') },
    ])
  })

  it('keeps an item that has no other as a draft', async () => {
    const report = await tried.run(exportOf([post('1', 'Undated', dates(zeros, zeros))]))
    expect(reportedItem(report, 'Undated').notes).toEqual([
      `its date "${zeros}" cannot be read`,
      'without a date: kept as a draft',
    ])
    expect(await tried.rows('SELECT status FROM articles')).toEqual([{ status: 'draft' }])
  })

  it('is nothing to tell of a draft, which has none yet', async () => {
    const report = await tried.run(
      exportOf([post('1', 'Draft', { ...dates(zeros, zeros), 'wp:status': 'draft' })]),
    )
    expect(reportedItem(report, 'Draft').notes).toEqual([])
  })
})

describe('what an item says that is not known here', () => {
  it('is noted: a status', async () => {
    const report = await tried.run(exportOf([post('1', 'Odd', { 'wp:status': 'pitch' })]))
    expect(reportedItem(report, 'Odd').notes).toEqual(['unknown status "pitch": kept as a draft'])
  })

  it('is noted: a language', async () => {
    const mark = '<category domain="language" nicename="fr">fr</category>'
    const report = await tried.run(exportOf([post('1', 'Marked', {}, mark)]))
    expect(reportedItem(report, 'Marked').notes).toEqual([
      'marked as "fr", which is no language of this site: taken for "en"',
    ])
  })

  it.each(['&#0;', '&#xD83D;', '&#99999999;'])('is noted: a number of no letter, %s', async reference => {
    const report = await tried.run(
      exportOf([post('1', `Torn ${reference}`, { 'content:encoded': `caf${reference}` })]),
    )
    expect(report.items).toMatchObject([{ outcome: 'new' }])
    const { headline, body } = articles
    const [kept] = await reader().select({ headline, body }).from(articles)
    expect(kept?.headline).toBe('Torn \ufffd')
    expect(canonicalJson(kept?.body)).toContain('caf\ufffd')
  })

  it('is noted: letters', async () => {
    const report = await tried.run(exportOf([post('1', 'Torn', { 'content:encoded': 'caf\ufffd' })]))
    expect(reportedItem(report, 'Torn').notes).toEqual(['1 letter could not be read (\ufffd)'])
  })
})

describe('categories, tags and authors', () => {
  const head = `<wp:author><wp:author_id>8</wp:author_id><wp:author_login>idle</wp:author_login></wp:author>
<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>cranes</wp:category_nicename><wp:category_parent>quays</wp:category_parent><wp:cat_name>Cranes</wp:cat_name></wp:category>
<wp:category><wp:term_id>6</wp:term_id><wp:category_nicename>empty</wp:category_nicename><wp:cat_name>Empty</wp:cat_name></wp:category>`
  const tagged = '<category domain="post_tag" nicename="nets">Nets</category>'

  it('are counted side by side, and those that nothing uses are named', async () => {
    const trash = post('2', 'Trash', { 'wp:status': 'trash', 'dc:creator': 'gone' })
    const report = await tried.run(exportOf([post('1', 'A post', {}, tagged), trash], head))
    expect(counted(report, 'categories')).toMatchObject({ inFile: 1, inDatabase: 1 })
    expect(counted(report, 'tags')).toMatchObject({ inFile: 1, inDatabase: 1 })
    expect(counted(report, 'authors')).toMatchObject({ inFile: 1, inDatabase: 1 })
    expect(report.notBrought).toEqual({ categories: ['Cranes', 'Empty'], tags: ['Ropes'], authors: ['idle'] })
  })

  it('lead on from their old addresses even when nothing uses them', async () => {
    const xml = exportOf([post('1', 'A post', {}, tagged)], head)
    await tried.run(xml)
    const leadsTo = async (path: string) => findNewPath(path, new URLSearchParams())
    expect(await leadsTo('/category/quays/cranes/')).toEqual({ path: '/en/quays' })
    expect(await leadsTo('/category/empty/')).toEqual({ path: '/en' })
    expect(await leadsTo('/tag/ropes/')).toEqual({ path: '/en' })
    expect(await leadsTo('/author/idle/')).toEqual({ path: '/en' })
    expect(await leadsTo('/tag/nets/')).toEqual({ path: '/en/topics/nets' })
    const before = await tried.writes()
    await tried.run(xml)
    expect(await tried.writes()).toEqual(before)
  })
})
