import { afterEach, beforeEach, expect, it } from 'vitest'
import { releaseLease } from '#domain/editorial/jobs/release-lease.ts'
import { takeLease } from '#domain/editorial/jobs/take-lease.ts'
import { PICTURES_AHEAD_LEASE, PICTURES_AHEAD_LEASE_MS } from '#domain/media/ahead/lease.ts'
import { keepArt } from '#domain/media/files/keep-file.ts'
import { aPicture } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { press } from './press-session.testing.ts'

const newsroom = aNewsroom()
const { PRESS_DATA, PRESS_PICTURES_AHEAD } = process.env

beforeEach(async () => {
  process.env.PRESS_DATA = newsroom.dataDir
  const art = await keepArt(newsroom.dataDir, { seed: 'a', glaze: 'science', width: 320, height: 180 })
  await anArticle({ story: { leadMediaId: await aPicture(art) }, status: 'published' })
})
afterEach(() => {
  Object.assign(process.env, { PRESS_DATA, PRESS_PICTURES_AHEAD })
  for (const name of ['PRESS_DATA', 'PRESS_PICTURES_AHEAD'])
    if (process.env[name] === 'undefined') delete process.env[name]
})

it('says what is left, makes it, and then has nothing to do', async () => {
  expect((await press('pictures', 'status')).out).toBe(
    'Pictures: 1, sizes to make of them: 3, made: 0, left: 3\n',
  )
  expect(await press('pictures', 'make')).toEqual({ out: 'Sizes of pictures made: 3\n', err: '', code: 0 })
  expect(await press('pictures', 'make', '--json')).toMatchObject({ out: '{"made":0,"failed":0}\n', code: 0 })
  expect((await press('pictures', 'status', '--json')).out).toBe('{"pictures":1,"files":3,"left":0}\n')
})

it('leaves it to whoever makes them already', async () => {
  newsroom.database
  await takeLease(PICTURES_AHEAD_LEASE, 'the portal', PICTURES_AHEAD_LEASE_MS)
  const refused = await press('pictures', 'make')
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('being made already')
  newsroom.database
  await releaseLease(PICTURES_AHEAD_LEASE, 'the portal')
  expect((await press('pictures', 'make')).code).toBe(0)
})

it('says of pictures that are missing that they could not be made', async () => {
  newsroom.database
  await aPicture({ name: 'f'.repeat(20), width: 320 })
  const result = await press('pictures', 'make')
  expect(result).toMatchObject({ out: 'Sizes of pictures made: 3\n', code: 1 })
  expect(result.err).toContain('could not be made: 3')
})

it('makes nothing ahead where the settings say so, and explains itself', async () => {
  process.env.PRESS_PICTURES_AHEAD = '0'
  expect((await press('pictures', 'status')).out).toContain('left: 0')
  expect((await press('pictures', 'make', '--help')).out).toContain('Example:')
  expect((await press('pictures', 'polish')).code).toBe(2)
})
