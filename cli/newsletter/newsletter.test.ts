import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { press } from '#cli/press-session.testing.ts'
import { aSubscriber, someNewsletterSettings, storedSubscriber } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'

const newsroom = aNewsroom()
const { PRESS_DATA } = process.env

beforeEach(() => {
  process.env.PRESS_DATA = newsroom.dataDir
})
afterEach(() => {
  process.env.PRESS_DATA = PRESS_DATA
  if (PRESS_DATA === undefined) delete process.env.PRESS_DATA
})

const file = (name: string) => path.join(newsroom.folder, name)
const newsletter = (...args: string[]) => press('newsletter', ...args)
const json = async (...args: string[]) => JSON.parse((await newsletter(...args, '--json')).out)
const someNews = async () => {
  await someNewsletterSettings()
  return anArticle({ status: 'published', headline: 'Harbours fill again' })
}

describe('press newsletter send', () => {
  it('makes an edition, and then there is nothing new', async () => {
    await someNews()
    const sent = await newsletter('send', 'daily')
    expect(sent.code).toBe(0)
    expect(sent.out).toContain('Harbours fill again')
    expect(await json('list')).toMatchObject({
      hold: null,
      editions: [{ newsletter: 'daily', state: 'sending', sent: 0 }],
    })
    const again = await newsletter('send', 'daily')
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('Nothing was published')])
  })

  it('says what is missing: a postal address, a story, a newsletter that is on', async () => {
    const { storyId } = await anArticle({ status: 'published' })
    expect((await newsletter('send', 'daily')).err).toContain('press newsletter settings --postal-address-ar')
    await someNewsletterSettings()
    expect(await newsletter('send', 'breaking')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--story'),
    })
    expect(await newsletter('send', 'daily', '--story', '3')).toMatchObject({ code: 2 })
    expect((await newsletter('send', 'breaking', '--story', '999')).err).toContain('not published')
    await newsletter('settings', '--breaking', 'off')
    expect((await newsletter('send', 'breaking', '--story', String(storyId))).err).toContain('--breaking on')
    expect(await newsletter('send', 'hourly')).toMatchObject({ code: 2 })
  })

  it('previews into files, which make nobody leave, and sends nothing', async () => {
    await someNews()
    const { files } = await json('preview', 'daily', '--out', file('preview'))
    expect(files.map((each: string) => path.basename(each))).toEqual([
      'daily-en.html',
      'daily-en.txt',
      'daily-en.eml',
    ])
    expect(fs.readFileSync(files[0], 'utf8')).toContain('Harbours fill again')
    expect(fs.readFileSync(files[0], 'utf8')).not.toContain('/newsletter/leave/')
    expect(await json('list')).toMatchObject({ editions: [] })
  })
})

it('pauses, resumes and cancels an edition, and says what cannot be', async () => {
  await someNews()
  const { id } = await json('send', 'daily')
  expect((await json('pause', String(id))).state).toBe('paused')
  expect((await newsletter('pause', String(id))).err).toContain(`Edition ${id} is paused`)
  expect((await json('resume', String(id))).state).toBe('sending')
  expect((await json('cancel', String(id))).state).toBe('cancelled')
  expect(await newsletter('resume', String(id))).toMatchObject({ code: 1 })
  expect((await newsletter('show', '999')).err).toContain('There is no edition 999')
  expect(await newsletter('show', 'nine')).toMatchObject({ code: 2 })
})

describe('press newsletter settings', () => {
  it('shows and changes hours, names and sender', async () => {
    const changed = await json(
      'settings',
      '--daily-at',
      '06:30',
      '--weekly-day',
      'thursday',
      '--daily-title-ar',
      'بكرة',
      '--from',
      'news@example.org',
    )
    expect(changed).toMatchObject({
      newsletters: {
        daily: { at: '06:30', titles: { ar: 'بكرة', en: 'The Morning Seven' } },
        weekly: { day: 4 },
      },
      senderAddress: 'news@example.org',
    })
    expect((await json('settings', '--from', '-')).senderAddress).toBeNull()
    expect((await newsletter('settings')).out).toContain('every day 06:30')
  })

  it.each([
    ['--daily-at', '25:00'],
    ['--daily-at', '7'],
    ['--daily-stories', '0'],
    ['--daily-stories', 'many'],
    ['--weekly-day', 'someday'],
    ['--from', 'nobody'],
    ['--reply-to', 'a@example.org, b@example.org'],
    ['--headline-en', ' '],
  ])('refuses %s %s and changes nothing', async (option, value) => {
    const before = await json('settings')
    expect(await newsletter('settings', option, value)).toMatchObject({ code: 2, out: '' })
    expect(await json('settings')).toEqual(before)
  })
})

describe('what a command is told wrongly', () => {
  it.each([
    [['settings', '--daily-at', '7'], '07:00'],
    [['settings', '--daily-stories', 'many'], '1 to 20'],
    [['settings', '--headline-en', ' '], 'between 1 and 300'],
    [['settings', '--from', 'nobody'], 'one address'],
    [['send', 'daily', '--again'], 'breaking edition'],
    [['resume', '--again'], 'resume ID --again'],
  ])('answers %j with what it takes', async (args, words) => {
    expect(await newsletter(...args)).toMatchObject({ code: 2, err: expect.stringContaining(words) })
  })

  it('names the file that was asked for, in one line', async () => {
    for (const args of [
      ['import', newsroom.folder, '--consent', 'x'],
      ['export', file('none/readers.csv')],
    ]) {
      const { code, err } = await newsletter('subscribers', ...args)
      expect([code, err.split('\n').length]).toEqual([1, 2])
      expect(err.startsWith(`${args[1]} `)).toBe(true)
    }
  })
})

describe('press newsletter subscribers', () => {
  it('says as JSON how many it has exported', async () => {
    await aSubscriber('reader@example.org')
    expect(await json('subscribers', 'export', file('out.csv'))).toEqual({
      file: file('out.csv'),
      exported: 1,
    })
  })

  it('imports what other programs export, says what is wrong by line, and exports it again', async () => {
    await aSubscriber('known@example.org')
    fs.writeFileSync(
      file('readers.csv'),
      '\uFEFF"Email Address",Language,newsletters,confirmed_at,Name\r\n' +
        'one@example.org,en,daily weekly,2025-01-03T08:00:00Z,"A, B"\r\n' +
        'two@example.org,,,,\r\n' +
        'KNOWN@example.org,,,,\r\n' +
        'not an address,,,,\r\n' +
        'three@example.org,fr,,,\r\n' +
        'four@example.org,,hourly,,\r\n' +
        'five@example.org,,,yesterday,\r\n',
    )
    const done = await newsletter(
      'subscribers',
      'import',
      file('readers.csv'),
      '--consent',
      'Old site',
      '--locale',
      'ar',
    )
    expect(done.code).toBe(1)
    expect(done.out).toContain('Imported: 2, known already: 1')
    expect(done.err.match(/^Line \d+/gm)).toEqual(['Line 5', 'Line 6', 'Line 7', 'Line 8'])
    expect(await json('subscribers', 'count')).toMatchObject({ all: 3, silenced: 0 })
    await newsletter('subscribers', 'export', file('out.csv'))
    const exported = fs.readFileSync(file('out.csv'), 'utf8')
    expect(exported).toContain('one@example.org,en,daily weekly,2025-01-03T08:00:00.000Z,Old site,')
    expect(exported).toContain('two@example.org,ar,daily,')
    expect(fs.statSync(file('out.csv')).mode & 0o777).toBe(0o600)
    const again = await newsletter('subscribers', 'import', file('out.csv'), '--consent', 'x')
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Imported: 0, known already: 3')])
  })

  it('shows no control codes of a file on the terminal', async () => {
    fs.writeFileSync(file('odd.csv'), 'email,language\na@example.org,\u001B]0;title\u0007\u202Efr\n')
    const { err } = await newsletter('subscribers', 'import', file('odd.csv'), '--consent', 'x')
    expect(err).toContain('Line 2')
    for (const code of ['\u001B', '\u0007', '\u202E']) expect(err).not.toContain(code)
  })

  it('exports nothing that a spreadsheet would calculate, and reads it back', async () => {
    await aSubscriber('=1+1@example.org')
    await aSubscriber('+one@example.org')
    await aSubscriber("'quoted@example.org")
    await newsletter('subscribers', 'export', file('out.csv'))
    const [, ...lines] = fs.readFileSync(file('out.csv'), 'utf8').split('\r\n')
    expect(lines.filter(line => /^[=+@-]/.test(line))).toEqual([])
    const again = await newsletter('subscribers', 'import', file('out.csv'), '--consent', 'x')
    expect(again.out).toContain('Imported: 0, known already: 3')
  })

  it('asks for the consent, and for a file of addresses', async () => {
    fs.writeFileSync(file('names.csv'), 'name,age\nA,3\n')
    fs.writeFileSync(file('torn.csv'), 'email\n"a@example.org\n')
    expect(await newsletter('subscribers', 'import', file('names.csv'))).toMatchObject({ code: 2 })
    const wrong = await newsletter('subscribers', 'import', file('names.csv'), '--consent', 'x')
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('name, age')])
    expect((await newsletter('subscribers', 'import', file('torn.csv'), '--consent', 'x')).err).toContain(
      'not CSV',
    )
    fs.writeFileSync(file('empty.csv'), '')
    expect((await newsletter('subscribers', 'import', file('empty.csv'), '--consent', 'x')).err).toContain(
      'The file is empty',
    )
    expect(await newsletter('subscribers', 'import', file('names.csv'), '--consent', ' ')).toMatchObject({
      code: 2,
    })
    const missing = await newsletter('subscribers', 'import', file('none.csv'), '--consent', 'x')
    expect([missing.code, missing.err.split('\n').length]).toEqual([1, 2])
  })

  it('erases an address for good', async () => {
    const id = await aSubscriber('reader@example.org')
    expect((await newsletter('subscribers', 'erase', 'Reader@example.org')).out).toContain('Erased')
    expect(await storedSubscriber(id)).toBeNull()
    fs.writeFileSync(file('old.csv'), 'email\nreader@example.org\n')
    const back = await newsletter('subscribers', 'import', file('old.csv'), '--consent', 'x')
    expect(back.out).toContain('Imported: 0, known already: 0, kept away because they left: 1')
    expect(await newsletter('subscribers', 'erase', 'nobody')).toMatchObject({ code: 2 })
  })
})

describe('the list of those who left', () => {
  it('keeps them away from a newsroom that knows them still, by keys of its own or of another', async () => {
    await aSubscriber('left@example.org')
    await aSubscriber('stays@example.org')
    await newsletter('subscribers', 'export', file('before.csv'))
    await newsletter('subscribers', 'erase', 'left@example.org')
    await newsletter('suppressions', 'export', file('list.jsonl'))
    expect(fs.readFileSync(file('list.jsonl'), 'utf8')).not.toContain('left@example.org')

    process.env.PRESS_DATA = file('other')
    await newsletter('subscribers', 'import', file('before.csv'), '--consent', 'x')
    expect(await json('subscribers')).toMatchObject({ all: 2 })
    const taken = await json('suppressions', 'import', file('list.jsonl'))
    expect(taken).toMatchObject({ taken: 1, removed: 1, released: false })
    expect((await newsletter('subscribers', 'import', file('before.csv'), '--consent', 'x')).out).toContain(
      'known already: 1, kept away because they left: 1',
    )
  })

  it('is refused with the line that is wrong', async () => {
    fs.writeFileSync(file('other.jsonl'), '{"some":"thing"}\n')
    expect((await newsletter('suppressions', 'import', file('other.jsonl'))).err).toContain('Line 1')
    await newsletter('suppressions', 'export', file('list.jsonl'))
    const [head = '', tail = ''] = fs.readFileSync(file('list.jsonl'), 'utf8').split('\n')
    fs.writeFileSync(file('cut.jsonl'), `${head}\n`)
    expect((await newsletter('suppressions', 'import', file('cut.jsonl'))).err).toContain(
      'a part of it is missing',
    )
    fs.writeFileSync(file('list.jsonl'), `${head}\n{"hash":"short"}\n${tail}\n`)
    expect((await newsletter('suppressions', 'import', file('list.jsonl'))).err).toContain('Line 2')
    const missing = await newsletter('suppressions', 'import', file('none.jsonl'))
    expect([missing.code, missing.err.split('\n').length]).toEqual([1, 2])
    expect(missing.err).toContain('none.jsonl')
  })
})

describe('press mail test', () => {
  it('writes a file where no mail server is set, and refuses what is no address', async () => {
    const sent = await press('mail', 'test', 'me@example.org')
    expect(sent).toMatchObject({ code: 0, out: expect.stringContaining('outbox') })
    expect(fs.readdirSync(path.join(newsroom.dataDir, 'outbox'))).toHaveLength(1)
    expect(await press('mail', 'test', 'me')).toMatchObject({ code: 2 })
  })
})
