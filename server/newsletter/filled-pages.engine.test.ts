import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { leaveToken } from '#domain/distribution/newsletter/keys/leave-token.ts'
import { madeKeys, signingKey } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { slot } from '#request/slots.ts'
import { startTestEdge, type TestEdge } from '#server/edge.testing.ts'
import { aSubscriber } from '#testing/newsletter.testing.ts'

let edge: TestEdge

beforeEach(async () => {
  const framework = async (_: unknown, response: ServerResponse) =>
    void response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(`<!DOCTYPE html><title>Leave</title><p>${slot('address')}</p>`)
  edge = await startTestEdge(framework)
})
afterEach(() => edge.close())

it('shows a page about a reader at their link alone, and to nobody else', async () => {
  const id = await aSubscriber('reader@example.org')
  const token = leaveToken({ id, addressKey: 'reader@example.org' }, signingKey(await madeKeys(reader())))
  for (let times = 1; times <= 2; times++) {
    const filled = await edge.get(`/en/newsletter/leave/${token}`)
    expect([filled.status, String(filled.body)]).toEqual([
      200,
      expect.stringContaining('<p>reader@example.org'),
    ])
    expect(filled.headers['cache-control']).toBe('private, no-store')
    for (const address of ['/en/newsletter/filled/leave', '/en/newsletter/filled/leave?x=1'])
      expect((await edge.get(address)).status).toBe(404)
  }
})
