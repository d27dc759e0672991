import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestEdge, type TestEdge } from '#server/edge.testing.ts'

let edge: TestEdge

beforeEach(async () => {
  const framework = async (_: unknown, response: import('node:http').ServerResponse) =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><title>A page</title>')
  edge = await startTestEdge(framework, { isFinding: true })
})
afterEach(() => edge.close())

async function subscribe(client: string, address: string): Promise<number> {
  const body = `email=${encodeURIComponent(address)}&edition=daily`
  const head = [
    'POST /en/newsletter HTTP/1.1',
    'Host: news.example.org',
    `X-Forwarded-For: ${client}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ].join('\r\n')
  return Number((await edge.raw(`${head}\r\n\r\n${body}`)).split(' ')[1])
}

it('lets a network of IPv6 ask as often as one address, since a household has billions of those', async () => {
  const answers = []
  for (let times = 0; times < 21; times++)
    answers.push(await subscribe(`2001:db8:1:2::${times.toString(16)}`, `reader-${times}@example.org`))
  expect(answers.slice(0, 20)).toEqual(Array(20).fill(303))
  expect(answers.at(-1)).not.toBe(303)
  expect(await subscribe('2001:db8:1:3::1', 'other@example.org')).toBe(303)
})
