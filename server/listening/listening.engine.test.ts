import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { startTestEdge, type TestEdge } from '#server/edge.testing.ts'
import { voiceJob } from '#server/jobs/voice-job.ts'
import { forgetSettings } from '#settings/settings.testing.ts'
import { desk } from '#testing/actors.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'

const SOUND = 'the sound of a voice'
const { signal } = new AbortController()

let edge: TestEdge
let article: StoredArticle

beforeEach(async () => {
  process.env.PRESS_VOICE_BUILT_IN = '1'
  forgetSettings()
  edge = await startTestEdge(async (_, response) => void response.writeHead(404).end())
  article = await anArticle({ status: 'published', headline: 'Ferry back' })
})
afterEach(async () => {
  delete process.env.PRESS_VOICE_BUILT_IN
  forgetSettings()
  await edge.close()
})

const wish = (more = '', id = article.storyId) => `/listen/en/${id}?part=article&voice=built-in${more}`
async function ask(target = wish(), headers: Record<string, string> = {}) {
  const {
    status,
    headers: given,
    body,
  } = await edge.get(target, { 'Sec-Fetch-Site': 'same-origin', ...headers }, 'POST')
  return {
    status,
    retryAfter: given['retry-after'],
    cacheControl: given['cache-control'],
    ...JSON.parse(String(body)),
  }
}
const job = () =>
  voiceJob({
    dataDir: `${edge.folder}/data`,
    holder: 'a',
    speak: async ({ blocks }) => {
      const file = path.join(edge.folder, `${blocks.length}.tmp`)
      fs.writeFileSync(file, `${SOUND} ${blocks.length}`)
      return { path: file }
    },
  })

describe('a player that wants to hear an article', () => {
  it('is told to wait, then where the sound is; nothing keeps that answer', async () => {
    expect(await ask()).toEqual({ status: 202, retryAfter: '1', cacheControl: 'no-store' })
    await job().run(new Date(), signal)
    const answer = await ask()
    expect(answer).toMatchObject({ status: 200, by: 'built-in', seconds: expect.any(Number) })
    const sound = await edge.get(answer.src)
    expect([sound.status, sound.headers['content-type']]).toEqual([200, 'audio/mpeg'])
    expect(String(sound.body)).toMatch(SOUND)
  })

  it('gets the newest made ahead without asking for it', async () => {
    await job().run(new Date(), signal)
    expect(await ask()).toMatchObject({ status: 200 })
    expect(await ask(wish('').replace('article', 'headline'))).toMatchObject({ status: 200 })
  })

  it('gets parts of the sound, and nothing once the article is withdrawn', async () => {
    await job().run(new Date(), signal)
    const { src } = await ask()
    const part = await edge.get(src, { Range: 'bytes=4-8' })
    expect([part.status, String(part.body)]).toEqual([206, 'sound'])
    const { headers } = await edge.get(src)
    expect(headers['cache-control']).not.toContain('immutable')
    await withdraw(desk, { articleId: article.id, revision: article.revision })
    expect((await edge.get(src)).status).toBe(410)
    expect((await edge.get(src, { 'If-None-Match': String(headers.etag) })).status).toBe(410)
    expect(await ask()).toMatchObject({ status: 410 })
  })

  it.each([
    ['of another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['of another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
  ])('%s gets none', async (_, headers) => {
    expect((await ask(wish(), headers)).status).toBe(403)
  })

  it.each([
    '/listen/en/999?part=article&voice=built-in',
    '/listen/en/1x?part=article&voice=built-in',
    '/listen/en/1?part=whole&voice=built-in',
    '/listen/en/1?part=article&voice=mine',
    '/listen/en/1',
  ])('finds nothing at %s', async target => {
    expect((await ask(target)).status).toBe(404)
  })

  it('is told which voice does not speak it, and when to come back', async () => {
    const answer = await ask(wish().replace('built-in', 'provider'))
    expect(answer).toMatchObject({ status: 503, reason: 'voice', retryAfter: '86400' })
  })

  it('that asks without a pause is slowed down', async () => {
    const answers = []
    for (let time = 0; time < 100; time++) answers.push((await ask()).status)
    expect(answers.slice(0, 90)).toEqual(Array(90).fill(202))
    expect(answers.at(-1)).toBe(429)
  })
})
