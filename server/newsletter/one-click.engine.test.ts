import { afterEach, beforeEach, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { leaveToken } from '#domain/distribution/newsletter/keys/leave-token.ts'
import { madeKeys, signingKey } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { startTestEdge, type TestEdge } from '#server/edge.testing.ts'
import { aSubscriber, storedSubscriber } from '#testing/newsletter.testing.ts'

let edge: TestEdge

beforeEach(async () => {
  edge = await startTestEdge(async (_, response) => void response.writeHead(404).end())
})
afterEach(() => edge.close())

const BROWSER = 'Accept: text/html,application/xhtml+xml\r\nSec-Fetch-Mode: navigate'
const PLAIN = 'Content-Type: application/x-www-form-urlencoded'
const PARTS = [
  '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"',
  'One-Click\r\n--x--\r\n',
].join('\r\n\r\n')

async function aReader() {
  const id = await aSubscriber('reader@example.org')
  const key = signingKey(await madeKeys(reader()))
  return { id, token: leaveToken({ id, addressKey: 'reader@example.org' }, key) }
}

async function post(token: string, header: string, body: string): Promise<number> {
  const lines = [`POST /en/newsletter/leave/${token} HTTP/1.1`, 'Host: news.example.org', 'Connection: close']
  const head = [...lines, ...(header ? [header] : []), `Content-Length: ${body.length}`].join('\r\n')
  return Number((await edge.raw(`${head}\r\n\r\n${body}`)).split(' ')[1])
}

it.each([
  ['a plain form', PLAIN, 'List-Unsubscribe=One-Click', 200],
  ['a form in parts', 'Content-Type: multipart/form-data; boundary=x', PARTS, 200],
  ['the token alone', '', '', 200],
  ['an empty form', PLAIN, '', 200],
  ['the button of the page', `${PLAIN}\r\n${BROWSER}`, '', 303],
])('lets go of a reader by %s', async (_, header, body, status) => {
  const { id, token } = await aReader()
  expect(await post(token, header, body)).toBe(status)
  expect(await storedSubscriber(id)).toBeNull()
  expect(await post(token, header, body)).toBe(status)
})
