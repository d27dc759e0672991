import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { durationOfBytes, encodeMp3 } from '#domain/media/audio/encoding/encode-mp3.ts'
import { aWav } from '#domain/media/audio/encoding/wav.testing.ts'
import type { SpokenBlock } from '#domain/media/audio/spoken-text/spoken-block.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { type LocalServer, openLocalServer } from '#outside/local-server.testing.ts'
import { builtInVoice } from './built-in-voice.ts'
import { commandVoice } from './command-voice.ts'
import { serviceVoice } from './service-voice.ts'
import type { Voice } from './voice.ts'

const block = (kind: SpokenBlock['kind'], text: string): SpokenBlock => ({
  kind,
  runs: [{ locale: 'ar', text }],
})
const text = [
  block('headline', 'المرافئ تستعيد حركتها'),
  block('standfirst', 'أرصفة بقيت نصف خالية في الربيع الماضي باتت محجوزة حتى حزيران.'),
  block('paragraph', 'لم يعد الانتظار عند مدخل المرفأ يُقاس بالأيام.'),
  block('paragraph', 'في صباح الخميس دخلت أربع سفن حاويات خلال ساعتين.'),
]

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-voices-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const { signal } = new AbortController()
const spoken = (voice: Voice, blocks = text) => buffer(encodeMp3(voice.speak(blocks, 'ar', signal)))
const refusal = async (voice: Voice) => {
  const error = await spoken(voice).catch((fault: unknown) => fault)
  if (!isExpected(error)) throw error
  return errorWords(error, 'en')
}

/* A program that keeps what it was given and answers with a tone. */
function aProgram(script: string): string {
  const file = path.join(folder, 'a voice.mjs')
  fs.writeFileSync(path.join(folder, 'tone.wav'), aWav({ seconds: 2 }))
  fs.writeFileSync(
    file,
    `#!${process.execPath}
import fs from 'node:fs'
const given = fs.readFileSync(0, 'utf8')
fs.appendFileSync(${JSON.stringify(path.join(folder, 'given'))}, JSON.stringify([given, process.env.PRESS_VOICE_LANGUAGE, ...process.argv.slice(2)]) + '\\n')
${script}`,
  )
  fs.chmodSync(file, 0o755)
  return file
}
const TONE = () => `process.stdout.write(fs.readFileSync(${JSON.stringify(path.join(folder, 'tone.wav'))}))`
const given = () =>
  fs
    .readFileSync(path.join(folder, 'given'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as string[])

describe('a program', () => {
  it('gets the text on stdin, the language in its environment, and its parameters unchanged', async () => {
    const program = aProgram(TONE())
    const mp3 = await spoken(commandVoice({ program, parameters: ['--model', 'a b; rm *'] }))
    expect(given()).toEqual([
      ['المرافئ تستعيد حركتها.\n', 'ar', '--model', 'a b; rm *'],
      [expect.stringMatching(/^أرصفة.*\n$/), 'ar', '--model', 'a b; rm *'],
      [expect.stringMatching(/^لم يعد.*\n\nفي صباح.*\n$/), 'ar', '--model', 'a b; rm *'],
    ])
    /* Three tones, and the pauses after headline, standfirst and text. */
    expect(Math.abs(durationOfBytes(mp3.length) - 8_300)).toBeLessThan(400)
  })

  it('that is not there is named', async () => {
    const program = path.join(folder, 'nowhere')
    expect(await refusal(commandVoice({ program, parameters: [] }))).toBe(
      `The program ${program} of PRESS_VOICE cannot be started (ENOENT). Give its whole path.`,
    )
  })

  it('that ends with an error is named with what it said', async () => {
    const program = aProgram(`${TONE()}\nconsole.error('no model')\nprocess.exitCode = 3`)
    expect(await refusal(commandVoice({ program, parameters: [] }))).toBe(
      `The program ${program} of PRESS_VOICE ended with status 3: no model`,
    )
  })

  it('that gives no WAV is refused, and that reads nothing harms nobody', async () => {
    const program = path.join(folder, 'says')
    fs.writeFileSync(program, '#!/bin/sh\necho hello\n')
    fs.chmodSync(program, 0o755)
    expect(await refusal(commandVoice({ program, parameters: [] }))).toContain('but it gave "hello')
  })

  it('that hangs is ended with the work', async () => {
    const program = aProgram('setInterval(() => {}, 1000)')
    const ended = new AbortController()
    const work = buffer(encodeMp3(commandVoice({ program, parameters: [] }).speak(text, 'ar', ended.signal)))
    setTimeout(() => ended.abort(), 300)
    await expect(work).rejects.toThrow(/abort/i)
  })
})

describe('the built-in voice', () => {
  const wasm = path.join(import.meta.dirname, 'espeak-program.ts')
  const hasEspeak = () => {
    try {
      execFileSync('espeak-ng', ['--version'])
      return true
    } catch {
      return false
    }
  }

  it.each([
    ['as this machine has it', process.env.PATH],
    ['from the package, where the machine has none', '/nowhere'],
  ])('speaks Arabic for a second for each hundred letters or more, %s', async (_, searched) => {
    const { PATH } = process.env
    process.env.PATH = searched
    try {
      const mp3 = await spoken(builtInVoice(wasm))
      const letters = text.flatMap(({ runs }) => runs.map(run => run.text)).join('').length
      expect(durationOfBytes(mp3.length)).toBeGreaterThan(letters * 10)
      if (searched === '/nowhere') expect(hasEspeak()).toBe(false)
    } finally {
      process.env.PATH = PATH
    }
  })
})

describe('a speech service', () => {
  let server: LocalServer
  let reply: { status?: number; type: string; body: Buffer | string }
  beforeEach(async () => {
    reply = { type: 'audio/wav', body: aWav({ seconds: 1 }) }
    server = await openLocalServer((_, response) =>
      response.writeHead(reply.status ?? 200, { 'Content-Type': reply.type }).end(reply.body),
    )
  })
  afterEach(() => server.close())
  const inputs = () => server.requests.map(({ body }) => JSON.parse(body).input as string)
  const voice = (more: Partial<Parameters<typeof serviceVoice>[0]> = {}) =>
    serviceVoice({
      ...{ url: `${server.url}v1/audio/speech`, key: 'secret', model: 'a-model', mostCharacters: 2000 },
      ...{ names: { ar: 'layla', en: 'emma' }, siteUrl: 'https://news.example.org' },
      ...more,
    })
  it('is asked with its key, its model, and the voice of the language', async () => {
    const mp3 = await spoken(voice())
    expect(inputs()).toHaveLength(3)
    const [first] = server.requests
    expect(first).toMatchObject({
      method: 'POST',
      path: '/v1/audio/speech',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    })
    expect(JSON.parse(first?.body ?? '')).toEqual({
      ...{ model: 'a-model', voice: 'layla', input: 'المرافئ تستعيد حركتها.', response_format: 'wav' },
    })
    expect(Math.abs(durationOfBytes(mp3.length) - 5_300)).toBeLessThan(400)
  })

  it('gets no more at once than it takes, cut at the ends of sentences', async () => {
    const sentence = 'في صباح الخميس دخلت أربع سفن حاويات خلال ساعتين، وخرجت ثلاث.'
    await spoken(voice({ mostCharacters: 200 }), [block('paragraph', Array(20).fill(sentence).join(' '))])
    expect(inputs().every(input => input.length <= 200 && input.endsWith('ثلاث.'))).toBe(true)
    expect(inputs().join(' ')).toBe(Array(20).fill(sentence).join(' '))
  })

  it.each([
    [
      { status: 401, type: 'application/json', body: '{"error": "bad key"}' },
      'answered 401: {"error": "bad key"}',
    ],
    [{ type: 'text/html', body: '<h1>Welcome</h1>' }, 'answered 200: <h1>Welcome</h1>'],
    [{ type: 'audio/mpeg', body: Buffer.from('ID3\x04tags and sound') }, 'but it gave "ID3'],
  ])('whose answer is no sound is refused in words', async (answer, words) => {
    reply = answer
    expect(await refusal(voice())).toContain(words)
  })

  it('never has its key in an error', async () => {
    reply = { status: 500, type: 'text/plain', body: 'down' }
    expect(await refusal(voice())).not.toContain('secret')
  })
})
