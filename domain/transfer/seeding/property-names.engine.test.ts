import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#db/open.ts'
import { fewPropertyWords, propertyNames, propertyWords } from '#testing/odd-words.testing.ts'
import { exampleFolder, writeFiles } from './example-folder.testing.ts'
import { seedFolder } from './seed-folder.ts'
import { mistakeLine, mistakesOf } from './seed-mistake.ts'

const NOW = new Date('2026-11-23T12:00:00Z')

let root: string
let dataDir: string
let database: Database
const dir = () => path.join(root, 'folder')

/* Keys differ from each other by more than their case, as file systems may want it. */
const keys = [...new Map(fewPropertyWords.map(word => [word.toLowerCase(), word])).values()]

/* These are names of marks of ours, too. */
const MARKS = ['bold', 'sub', 'sup', 'strike', 'link']

const story = (key: string) => ({
  [`stories/${key}/story.yaml`]: `section: ${key}\ntopics: [${key}]\nauthors: [${key}]\npublished: -1h\npicture: none\n`,
  [`stories/${key}/en.md`]: `---\nheadline: ${key}\nslug: ${key}\n---\n${key}: [${key}](story:${key}).[^${key}]\n\n[^${key}]: ${key}\n`,
})
const named = (key: string) => `{ name: "${key}", slug: "x-${key}" }`

const wholeFolder = {
  'newsroom.yaml': 'key: constructor\nar: { name: مثال }\nen: { name: Example }\n',
  'sections.yaml': keys.map(key => `- { key: ${key}, glaze: economy, en: ${named(key)} }\n`).join(''),
  'topics.yaml': keys.map(key => `- { key: ${key}, en: ${named(key)} }\n`).join(''),
  'authors.yaml': keys.map(key => `- { key: ${key}, portrait: none, en: ${named(key)} }\n`).join(''),
  'pages/constructor/en.md': '---\ntitle: constructor\nslug: constructor\n---\nconstructor\n',
  ...Object.assign({}, ...keys.map(story)),
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-words-'))
  dataDir = path.join(root, 'data')
  database = openDatabase(dataDir)
  writeFiles(dir(), exampleFolder)
})

afterEach(async () => {
  await database.close()
  fs.rmSync(root, { recursive: true, force: true })
})

async function mistakes(dryRun: boolean): Promise<string[]> {
  const error = await seedFolder({ dir: dir(), dataDir, now: NOW, dryRun }).catch(caught => caught)
  const list = mistakesOf(error)
  if (!list) throw error instanceof Error ? error : new Error('There was no mistake')
  return list.map(mistakeLine)
}

describe('a folder that uses the names of properties', () => {
  it('is taken in whole, as its dry run says', { timeout: 120_000 }, async () => {
    fs.rmSync(dir(), { recursive: true })
    writeFiles(dir(), wholeFolder)
    const dry = await seedFolder({ dir: dir(), dataDir, now: NOW, dryRun: true })
    expect(await database.rows('SELECT id FROM stories')).toEqual([])
    const { counts } = await seedFolder({ dir: dir(), dataDir, now: NOW })
    expect(counts).toEqual(dry.counts)
    const rows = await database.rows("SELECT headline FROM articles WHERE status = 'published'")
    expect(rows.map(({ headline }) => headline).sort()).toEqual([...keys].sort())
  })

  it('gets the same mistakes in a dry run as in a real one: blocks by their names', async () => {
    const blocks = propertyWords.flatMap(name => [
      `:::${name}\nx\n:::\n`,
      `::${name}\n`,
      `::${name}[x]{url=y}\n`,
    ])
    writeFiles(dir(), { 'stories/bread/en.md': `---\nheadline: x\n---\n${blocks.join('\n')}` })
    const dry = await mistakes(true)
    expect(dry).toEqual(await mistakes(false))
    const unknown = dry.filter(text => /^stories\/bread\/en\.md:\d+: unknown directive "/.test(text))
    expect(unknown).toHaveLength(propertyWords.length * 3)
    expect(await database.rows('SELECT id FROM stories')).toEqual([])
  })

  it('keeps a colon before such a word as text', async () => {
    const inline = propertyWords.map(name => `:${name}[x] :${name}`).join(' ')
    writeFiles(dir(), { 'stories/bread/en.md': `---\nheadline: x\n---\n${inline}\n` })
    await seedFolder({ dir: dir(), dataDir, now: NOW })
    const [row] = await database.rows("SELECT body FROM articles WHERE headline = 'x'")
    const body = typeof row?.body === 'string' ? row.body : JSON.stringify(row?.body)
    for (const name of propertyWords.filter(each => !MARKS.includes(each)))
      expect(body).toContain(`:${name}[x]`)
  })

  it('names every unknown attribute with its line', async () => {
    const names = propertyNames.filter(
      name => /^[a-z_][\w-]*$/i.test(name) && !['lang', 'source'].includes(name),
    )
    const lines = names.map(name => `::figure{art=quay ${name}=x}`)
    writeFiles(dir(), { 'stories/bread/en.md': `---\nheadline: x\n---\n${lines.join('\n\n')}\n` })
    const found = await mistakes(true)
    names.forEach((name, index) => {
      expect(
        found.filter(text =>
          text.startsWith(`stories/bread/en.md:${index * 2 + 4}: figure has no attribute "${name}"`),
        ),
      ).toHaveLength(1)
    })
    writeFiles(dir(), { 'stories/bread/en.md': '---\nheadline: x\n---\n:bold[x]{__proto__=y}\n' })
    expect(await mistakes(true)).toEqual(['stories/bread/en.md:4: bold has no attribute "__proto__"'])
  })

  it('names every unknown field with its line', async () => {
    const fields = propertyNames.filter(name => /^\w+$/.test(name))
    writeFiles(dir(), {
      'stories/bread/story.yaml': `section: economy\npublished: -1h\n${fields.map(name => `${name}: x\n`).join('')}`,
      'stories/bread/en.md': `---\nheadline: x\n${fields.map(name => `${name}: x\n`).join('')}---\nx\n`,
    })
    const found = await mistakes(true)
    fields.forEach((name, index) => {
      const line = index + 3
      expect(found).toContain(`stories/bread/en.md:${line} ${name}: is not known here`)
      expect(found).toContain(`stories/bread/story.yaml:${line} ${name}: is not known here`)
    })
  })

  it('names every word that is none of a choice, with its line', async () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      writeFiles(dir(), {
        'stories/bread/story.yaml': `section: economy\nkind: ${name}\npublished: ${name}\npicture: { art: { style: ${name}, glaze: ${name} } }\n`,
        'stories/bread/en.md': `---\nheadline: x\nstatus: ${name}\n---\n[x](story:${name}x)\n`,
      })
      const found = (await mistakes(true)).map(text => text.replace(/: .*/, ''))
      expect(found).toEqual([
        'stories/bread/en.md:3 status',
        'stories/bread/en.md:5',
        'stories/bread/story.yaml:2 kind',
        'stories/bread/story.yaml:3 published',
        'stories/bread/story.yaml:4 picture.art.glaze',
        'stories/bread/story.yaml:4 picture.art.style',
      ])
    }
  })
})

it('names an alias of YAML that leads nowhere, or to far too much', async () => {
  const tenfold = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(of).join(', ')}]\n`
  const bomb = ['x', '*a', '*b', '*c'].map((of, index) => tenfold('abcd'[index] ?? '', of)).join('')
  writeFiles(dir(), { 'topics.yaml': '- key: a\n- *nowhere\n', 'redirects.yaml': bomb })
  const found = await mistakes(true)
  expect(found).toContainEqual(
    expect.stringMatching(/^topics\.yaml:2: this is not well-formed YAML: .*nowhere/),
  )
  expect(found).toContainEqual(
    expect.stringMatching(/^redirects\.yaml:\d+: this is not well-formed YAML: .*alias/),
  )
})
