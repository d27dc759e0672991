import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '#body/canonical-json.ts'
import { type Database, openDatabase, reader } from '#db/open.ts'
import { articles, media, pages } from '#db/schema/tables.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { revise } from '#domain/editorial/publishing/revise.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { exportFolder } from './export-folder.ts'

let root: string
let open: Database | undefined

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-export-'))
})

afterEach(async () => {
  await open?.close()
  open = undefined
  fs.rmSync(root, { recursive: true, force: true })
})

/** Works with one database at a time, as the program does. */
async function within<Result>(
  dataDir: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  open = openDatabase(dataDir)
  try {
    return await work(open)
  } finally {
    await open.close()
    open = undefined
  }
}

/* Everything readers see, by names and keys: numbers that only the database sees may differ between two databases. */
const VISIBLE: Record<string, string> = {
  site: 'SELECT * FROM site ORDER BY locale',
  newsletter: "SELECT value FROM facts WHERE key = 'newsletter.settings'",
  contact: "SELECT * FROM facts WHERE key LIKE 'contact.%' OR key = 'newsroom' ORDER BY key",
  sections: `SELECT s.key, s.glaze, s.position, t.locale, t.name, t.slug, t.description
    FROM sections s JOIN section_texts t ON t.section_id = s.id ORDER BY 1, 4`,
  topics: `SELECT s.key, t.locale, t.name, t.slug, t.description
    FROM topics s JOIN topic_texts t ON t.topic_id = s.id ORDER BY 1, 2`,
  authors: `SELECT s.key, m.name AS portrait, t.locale, t.name, t.slug, t.role, t.bio
    FROM authors s JOIN author_texts t ON t.author_id = s.id LEFT JOIN media m ON m.id = s.portrait_id ORDER BY 1, 3`,
  stories: `SELECT s.id, c.key AS section, s.kind, m.name AS lead, m.source_name
    FROM stories s JOIN sections c ON c.id = s.section_id LEFT JOIN media m ON m.id = s.lead_media_id ORDER BY 1`,
  pictureTexts: 'SELECT * FROM story_picture_texts ORDER BY story_id, locale',
  storyTopics: `SELECT s.story_id, t.key, s.position FROM story_topics s JOIN topics t ON t.id = s.topic_id ORDER BY 1, 3`,
  articles: `SELECT story_id, locale, status, headline, standfirst, slug, word_count, seo_title, seo_description,
    published_at, updated_at FROM articles ORDER BY 1, 2`,
  bylines: `SELECT a.story_id, a.locale, w.key, b.position FROM article_authors b JOIN articles a ON a.id = b.article_id
    JOIN authors w ON w.id = b.author_id ORDER BY 1, 2, 4`,
  corrections: `SELECT a.story_id, a.locale, c.at, c.text FROM corrections c JOIN articles a ON a.id = c.article_id ORDER BY 1, 2, 3, 4`,
  listings: `SELECT l.kind, coalesce(s.key, t.key, w.key) AS list, l.locale, l.published_at, a.story_id FROM listings l
    JOIN articles a ON a.id = l.article_id
    LEFT JOIN sections s ON l.kind = 'section' AND s.id = l.ref_id LEFT JOIN topics t ON l.kind = 'topic' AND t.id = l.ref_id
    LEFT JOIN authors w ON l.kind = 'author' AND w.id = l.ref_id ORDER BY 1, 2, 3, 4, 5`,
  pages: 'SELECT key, locale, slug, title, status, position, updated_at FROM pages ORDER BY 1, 2',
  front: 'SELECT * FROM front_places ORDER BY locale, place, position',
  redirects: `SELECT r.path, r.locale, r.target, coalesce(s.key, t.key, w.key, p.key, CAST(r.ref_id AS text)) AS leads FROM redirects r
    LEFT JOIN sections s ON r.target = 'section' AND s.id = r.ref_id LEFT JOIN topics t ON r.target = 'topic' AND t.id = r.ref_id
    LEFT JOIN authors w ON r.target = 'author' AND w.id = r.ref_id LEFT JOIN pages p ON r.target = 'page' AND p.id = r.ref_id
    ORDER BY 1`,
  breaking: 'SELECT * FROM breaking ORDER BY locale',
  schedules: `SELECT a.story_id, a.locale, s.state, s.due_at FROM schedules s JOIN articles a ON a.id = s.article_id
    ORDER BY 1, 2, s.id`,
  media: `SELECT name, kind, mime, extension, width, height, bytes, color, seconds, source_name,
    (art IS NULL) AS supplied FROM media ORDER BY name`,
}

async function visible(database: Database): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {}
  for (const [name, statement] of Object.entries(VISIBLE)) seen[name] = await database.rows(statement)
  const files = await reader().select({ id: media.id, name: media.name }).from(media)
  const names = new Map(files.map(file => [file.id, file.name]))
  const { storyId, locale, body } = articles
  const bodies = [
    ...(await reader().select({ storyId, locale, body }).from(articles).orderBy(storyId, locale)),
    ...(await reader()
      .select({ key: pages.key, locale: pages.locale, body: pages.body })
      .from(pages)
      .orderBy(pages.key, pages.locale)),
  ]
  const named = bodies.map(({ body, ...rest }) => ({
    ...rest,
    body: canonicalJson(body).replace(
      /"(media|poster)":(\d+)/g,
      (_, name, id) => `"${name}":"${names.get(Number(id))}"`,
    ),
  }))
  return { ...seen, bodies: named }
}

/* One of each setting. */
const NEWSLETTER = `newsletter:
  postal: { ar: "شارع: 12", en: "12 Street: Town" }
  sender: { name: { ar: مثال }, address: news@example.org, reply-to: desk@example.org }
  headline: { en: Seven }
  standfirst: { ar: سبعة }
  daily: { on: false, title: { en: "Off" }, at: "06:30", stories: 5 }
  weekly: { on: true, about: { ar: أسبوع, en: A week }, at: "23:59", day: sunday, stories: 20 }
  breaking: { title: { ar: عاجل, en: "12:30" } }
`

/** The files of a folder, by name. */
function filesOf(dir: string): Record<string, string> {
  const names = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names
      .filter(name => fs.statSync(path.join(dir, name)).isFile())
      .map(name => [name, fs.readFileSync(path.join(dir, name), 'base64')]),
  )
}

async function expectSameAfterExport(dir: string): Promise<void> {
  const [first, second] = [path.join(root, 'first'), path.join(root, 'second')]
  const [out, again] = [path.join(root, 'out'), path.join(root, 'again')]
  const before = await within(first, async database => {
    await seedFolder({ dir, dataDir: first, now: new Date('2026-11-23T12:34:56.789Z') })
    await exportFolder({ dir: out, dataDir: first })
    return await visible(database)
  })
  const after = await within(second, async database => {
    await seedFolder({ dir: out, dataDir: second, now: new Date('2027-01-01T00:00:00Z') })
    await exportFolder({ dir: again, dataDir: second })
    return await visible(database)
  })
  expect(after).toEqual(before)
  expect(filesOf(again)).toEqual(filesOf(out))
}

describe('an exported newsroom, seeded again', () => {
  it('is the same, down to every picture and kind of block', async () => {
    const dir = path.join(root, 'folder')
    const picture = (color: string) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
        .jpeg()
        .toBuffer()
    writeFiles(dir, {
      ...exampleFolder,
      'newsroom.yaml': (exampleFolder['newsroom.yaml'] ?? '').replace(/newsletter: .*\n/, NEWSLETTER),
      'stories/everything/story.yaml':
        'section: culture\npublished: -4d 08:05\npicture: { file: "صورة 1.jpg", alt: { en: A square, ar: مربع }, credit: { en: "R: I" } }\n',
      'stories/everything/صورة 1.jpg': await picture('#336699'),
      'stories/everything/two.jpg': await picture('#993366'),
      'stories/everything/en.md': `---
headline: "Everything: at once"
status: withdrawn
---
Text with ~~strike~~, H:sub[2]O, \`code\`, :lang[bonjour]{lang=fr},\\
a break and [a link](https://example.org/?a=1&b=2).

:::gallery
::figure{file="صورة 1.jpg" alt="One" href="https://example.org/"}
::figure[With a [link](story:harbour)]{file=two.jpg alt=""}
:::

::figure{source="http://old.example/lost.jpg" alt="Lost"}

::video{url="https://video.example/watch?v=1" title="Elsewhere" poster=two.jpg caption="Six seconds."}

::::table{caption="Both"}
:::row
:::cell{header colspan=2}
Wide
:::
:::
::::

1. one
   - two

\`\`\`ts
const a = 1
\`\`\`
`
        .replace('::::table', ':::::table')
        .replace('\n::::\n', '\n:::::\n')
        .replace(':::row', '::::row')
        .replace('Wide\n:::\n:::\n', 'Wide\n:::\n::::\n'),
      'redirects.yaml': `- { from: /2019/05/%D8%B1//quays/, to: story:harbour, in: ar }
- { from: "/?p=17", to: story:bread, in: en }
- { from: /category/money, to: section:economy, in: en }
- { from: /tag/ports, to: topic:ports, in: ar }
- { from: /author/r, to: author:rana, in: en }
- { from: /who, to: page:about, in: ar }
- { from: /home, to: front, in: en }
`,
      'stories/everything/ar.md': '---\nheadline: مسودة\nstatus: draft\nauthors: [rana]\n---\n',
      'stories/soon/story.yaml': 'section: culture\n',
      'stories/soon/en.md':
        '---\nheadline: Soon\nstatus: scheduled\npublished: 2098-11-30T06:00:00Z\n---\nText\n',
    })
    await expectSameAfterExport(dir)
  })

  it('recognises its own stories in the database it came from', async () => {
    const [dir, dataDir, out] = [path.join(root, 'folder'), path.join(root, 'data'), path.join(root, 'out')]
    writeFiles(dir, exampleFolder)
    await within(dataDir, async database => {
      await seedFolder({ dir, dataDir })
      await exportFolder({ dir: out, dataDir })
      const before = await visible(database)
      const { counts } = await seedFolder({ dir: out, dataDir })
      expect(await visible(database)).toEqual(before)
      for (const count of Object.values(counts)) expect(count).toMatchObject({ new: 0, updated: 0 })
    })
  })

  it('does not publish by itself what was edited after it was scheduled', async () => {
    const [dir, dataDir, out] = [path.join(root, 'folder'), path.join(root, 'data'), path.join(root, 'out')]
    writeFiles(dir, {
      ...exampleFolder,
      'stories/soon/story.yaml': 'section: culture\n',
      'stories/soon/en.md': '---\nheadline: Soon\nstatus: scheduled\npublished: 2098-11-30T06:00:00Z\n---\n',
    })
    await within(dataDir, async database => {
      await seedFolder({ dir, dataDir })
      const [soon] = await database.rows("SELECT id FROM articles WHERE headline = 'Soon'")
      const edit = { headline: 'Sooner', standfirst: '', body: { type: 'doc' as const, content: [] } }
      const target = { articleId: Number(soon?.id), revision: 1, authorIds: [] }
      await revise(systemActor('desk'), { ...target, ...edit })
      const { notes } = await exportFolder({ dir: out, dataDir })
      expect(notes).toEqual(['soon/en: is scheduled, but was edited since; it is written as in review'])
      const text = fs.readFileSync(path.join(out, 'stories/soon/en.md'), 'utf8')
      expect(text).toContain('headline: Sooner')
      expect(text).toContain('status: review')
    })
  })

  it('is the same for the demonstration newsroom', { timeout: 120_000 }, async () => {
    await expectSameAfterExport('demo')
  })
})
