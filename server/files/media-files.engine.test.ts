import fs from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeSmallDisk } from '#db/small-disk.testing.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { storeMedia } from '#domain/media/files/store-media.ts'
import { artPicture } from '#domain/media/pictures/read-picture.ts'
import { renditionName } from '#domain/media/pictures/rendition-name.ts'
import { startTestEdge, type TestEdge } from '#server/edge.testing.ts'

const film = '0123456789abcdef0123.mp4'
let edge: TestEdge
let dataDir: string

beforeEach(async () => {
  edge = await startTestEdge(async (_, response) => void response.writeHead(404).end())
  dataDir = `${edge.folder}/data`
})
afterEach(() => edge.close())

it('serves a video as a whole and in parts, for ever', async () => {
  await mediaStore(dataDir).put(`videos/${film}`, Buffer.from('0123456789'))
  const whole = await edge.get(`/media/${film}`)
  expect([whole.status, String(whole.body)]).toEqual([200, '0123456789'])
  expect(whole.headers).toMatchObject({
    'content-type': 'video/mp4',
    'accept-ranges': 'bytes',
    'cache-control': expect.stringContaining('immutable'),
  })
  const part = await edge.get(`/media/${film}`, { Range: 'bytes=2-5' })
  expect([part.status, String(part.body)]).toEqual([206, '2345'])
  expect(part.headers['content-range']).toBe('bytes 2-5/10')
  expect((await edge.get(`/media/${film}`, { Range: 'bytes=10-' })).status).toBe(416)
})

it('makes a size of a picture when it is first asked for, and gives no original', async () => {
  const art = await artPicture({ seed: 'a', glaze: 'science', style: 'strapwork' })
  await storeMedia(dataDir, art)
  const first = await edge.get(`/media/${renditionName(art.name, 320, 'webp')}`)
  expect([first.status, first.headers['content-type']]).toEqual([200, 'image/webp'])
  const second = await edge.get(`/media/${renditionName(art.name, 320, 'webp')}`)
  expect(second.body.equals(first.body)).toBe(true)
  expect((await edge.get(`/media/${art.name}.svg`)).status).toBe(404)
})

const disk = makeSmallDisk(4)
const isMissing = 'missing' in disk
if (isMissing) console.warn(`Skipped: a picture on a full disk. ${disk.missing}`)

it.skipIf(isMissing)(
  'asks for patience while there is no room for a new size, and makes it afterwards',
  async () => {
    if (isMissing) return
    try {
      fs.rmSync(dataDir, { recursive: true, force: true })
      fs.symlinkSync(disk.folder, dataDir)
      const art = await artPicture({ seed: 'a', glaze: 'science', style: 'strapwork' })
      await storeMedia(dataDir, art)
      disk.fill()
      const address = `/media/${renditionName(art.name, 320, 'webp')}`
      const refused = await edge.get(address)
      expect(refused.status).toBe(503)
      expect(refused.headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' })
      disk.clear()
      expect((await edge.get(address)).status).toBe(200)
    } finally {
      disk.remove()
    }
  },
)
