import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleFolder, writeFiles } from './example-folder.testing.ts'
import { seedFolder } from './seed-folder.ts'
import { mistakeLine, mistakesOf } from './seed-mistake.ts'

let root: string
let dir: string

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-mistakes-'))
  dir = path.join(root, 'folder')
  writeFiles(dir, exampleFolder)
})

afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

async function mistakes(): Promise<string[]> {
  const error = await seedFolder({ dir, dataDir: path.join(root, 'data') }).catch(caught => caught)
  const list = mistakesOf(error)
  if (!list) throw error
  return list.map(mistakeLine)
}

describe('mistakes', () => {
  it('are all named at once, with file, line and field, and nothing is written', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } })
      .jpeg()
      .toBuffer()
    writeFiles(dir, {
      'sections.yaml': `- key: economy\n  glaze: economy\n  en: { name: Latest, slug: latest }\n`,
      'stories/harbour/story.yaml': `section: economy\ntopics: [ports, boats]\nkind: news\npublished: yesterday\npictures: none\n`,
      'stories/harbour/en.md':
        '---\nheadline: 2026\nstatus: publishd\n---\n\ntext\n\n::figurine{file=x.jpg}\n',
      'stories/harbour/cut.jpg': picture.subarray(0, picture.length - 200),
      'stories/harbour/notes.txt': 'x',
      'stories/bread/story.yaml': `section: sport\npublished: -1h\npicture: { file: gone.jpg, alt: { en: Bread } }\n`,
      'stories/bread/en.md':
        '---\nheadline: Bread\nauthors: [nobody]\n---\n[x](story:cake)\n\n::figure{file=bad.png alt=""}\n',
      'stories/bread/bad.png': 'this is no picture',
      'authors.yaml': '- key: rana\n  en: { name: Rana }\n- key: rana\n  ar: { name: رنا }\n',
    })
    expect(await mistakes()).toEqual([
      'authors.yaml:3 1.key: "rana" stands twice; expected each key once',
      'sections.yaml:3 0.en.slug: the slug "latest" is reserved; expected another',
      'stories/bread/en.md:3 authors.0: there is no author "nobody" in authors.yaml',
      'stories/bread/en.md:5: link to story:cake: there is no stories/cake',
      expect.stringContaining('stories/bread/en.md:7: "bad.png": Not a JPEG'),
      'stories/bread/story.yaml:1 section: there is no section "sport"; expected economy',
      'stories/bread/story.yaml:3 picture.file: "gone.jpg": there is no such file',
      'stories/harbour/en.md:2 headline: expected string, received number; put it in quotes',
      'stories/harbour/en.md:3 status: expected one of "draft"|"review"|"scheduled"|"published"|"withdrawn"',
      expect.stringContaining('stories/harbour/en.md:8: unknown directive "figurine"'),
      'stories/harbour/notes.txt: has no place here; expected story.yaml, ar.md, en.md, ar.mp3, en.mp3, pictures and videos',
      expect.stringContaining(
        'stories/harbour/story.yaml:4 published: "yesterday" is not a time; expected a time such as',
      ),
      'stories/harbour/story.yaml:5 pictures: is not known here',
    ])
    expect(fs.existsSync(path.join(root, 'data'))).toBe(false)
  })

  it('name what no newsletter can be set to', async () => {
    writeFiles(dir, {
      'newsroom.yaml': `ar: { name: مثال }
en: { name: Example }
newsletter:
  postal: { fr: Rue }
  sender: { address: nobody, reply-to: "a,b@example.org", name: Example }
  daily: { on: sometimes, at: 7, stories: 0, day: friday }
  weekly: { day: vendredi, at: "24:00", stories: 21 }
  breaking: { at: "07:00", title: { en: "" } }
  hourly: { on: true }
  headline: { en: ${'x'.repeat(301)} }
`,
    })
    expect(await mistakes()).toEqual([
      'newsroom.yaml:4 newsletter.postal.fr: is not known here',
      'newsroom.yaml:5 newsletter.sender.name: expected object, received string',
      'newsroom.yaml:5 newsletter.sender.address: is no mail address; expected one such as news@example.org',
      'newsroom.yaml:5 newsletter.sender.reply-to: is no mail address; expected one such as news@example.org',
      'newsroom.yaml:6 newsletter.daily.on: expected boolean, received string',
      'newsroom.yaml:6 newsletter.daily.at: expected string, received number; put it in quotes',
      'newsroom.yaml:6 newsletter.daily.stories: expected 1 to 20',
      'newsroom.yaml:6 newsletter.daily.day: is not known here',
      'newsroom.yaml:7 newsletter.weekly.at: expected a time of the day such as 07:00',
      'newsroom.yaml:7 newsletter.weekly.stories: expected 1 to 20',
      'newsroom.yaml:7 newsletter.weekly.day: expected one of "sunday"|"monday"|"tuesday"|"wednesday"|"thursday"|"friday"|"saturday"',
      'newsroom.yaml:8 newsletter.breaking.title.en: must not be empty',
      'newsroom.yaml:8 newsletter.breaking.at: is not known here',
      'newsroom.yaml:9 newsletter.hourly: is not known here',
      'newsroom.yaml:10 newsletter.headline.en: expected at most 300 characters',
    ])
  })

  it('tell files that are not UTF-8, with the line', async () => {
    const windows = Buffer.concat([
      Buffer.from('---\nheadline: '),
      Buffer.from([0xc3, 0xcd]),
      Buffer.from('\n---\n'),
    ])
    writeFiles(dir, { 'stories/bread/ar.md': windows, 'topics.yaml': Buffer.from([0xff, 0xfe, 0x2d, 0]) })
    expect(await mistakes()).toEqual(
      expect.arrayContaining([
        'stories/bread/ar.md:2: is not UTF-8; save it in that encoding',
        'topics.yaml:1: is not UTF-8; save it in that encoding',
      ]),
    )
  })

  it('name the line of an id that two stories ask for', async () => {
    writeFiles(dir, { 'stories/harbour/story.yaml': 'section: economy\nid: 40\npublished: -3h\n' })
    expect(await mistakes()).toEqual(['stories/harbour/story.yaml:2 id: 40 is the id of stories/bread too'])
  })

  it('name what lies in the folder and is read by nothing', async () => {
    const strangers = ['section.yaml', 'story/x.md', 'stories/new.md', 'pages/about.md']
    writeFiles(dir, Object.fromEntries([...strangers, 'README.md', 'rana.jpg'].map(name => [name, 'x'])))
    expect((await mistakes()).map(mistake => mistake.split(': has no place here')[0])).toEqual([
      'pages/about.md',
      'section.yaml',
      'stories/new.md',
      'story',
    ])
  })

  it('name old addresses that lead nowhere', async () => {
    const list = [
      '{ from: old, to: front, in: ar }',
      '{ from: /a, to: story:cake, in: ar }',
      '{ from: /b/, to: page:about, in: en }',
      '{ from: /b, to: nowhere, in: en }',
    ]
    writeFiles(dir, { 'redirects.yaml': list.map(line => `- ${line}\n`).join('') })
    expect(await mistakes()).toEqual([
      'redirects.yaml:1 0.from: "old" is no address; expected a path such as /2019/05/quays or /?p=17',
      'redirects.yaml:2 1.to: there is no story "cake"',
      'redirects.yaml:4 3.from: "/b" stands twice; expected each address once',
      'redirects.yaml:4 3.to: "nowhere" is no target; expected front, or story:, section:, topic:, author: or page: and a key',
    ])
  })

  it('say what is missing of a folder', async () => {
    dir = path.join(root, 'nowhere')
    expect(await mistakes()).toEqual([`${dir}: there is no such folder`])
    fs.mkdirSync(dir)
    expect(await mistakes()).toContain('sections.yaml: there is no such file')
  })
})
