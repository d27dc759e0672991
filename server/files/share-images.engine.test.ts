import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEdge, type TestEdge } from '#server/edge.testing.ts'

describe('share images over HTTP', () => {
  let edge: TestEdge

  beforeAll(async () => {
    edge = await startTestEdge(async (_, response) => void response.end('<!doctype html>'))
  })
  afterAll(() => edge.close())

  it('lead from a former one to the one of now, which is a picture like any', async () => {
    const former = await edge.get('/media/share-ar-site-0000000000.jpg')
    expect(former.status).toBe(307)
    const address = String(former.headers.location)
    expect(address).toMatch(/^\/media\/share-ar-site-[0-9a-f]{10}\.jpg$/)
    const image = await edge.get(address)
    expect(image.status).toBe(200)
    expect(image.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(image.body.length),
      /* A cache that keeps a page for a second may not keep its headline longer. */
      'cache-control': 'public, max-age=0, s-maxage=1, stale-if-error=300',
      'x-content-type-options': 'nosniff',
    })
    const known = await edge.get(address, { 'If-None-Match': image.headers.etag })
    expect(known.status).toBe(304)
  })

  it.each(['share-ar-story-12-0000000000.jpg', 'share-xx-site-0000000000.jpg', 'share-.jpg'])(
    'answer 404 where there is none: %s',
    async name => expect((await edge.get(`/media/${name}`)).status).toBe(404),
  )
})
