/** Several processes on one port: as fresh as one process, and the death of one goes unnoticed. */
import http from 'node:http'
import { expect, test } from '@playwright/test'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { lastStaleRequest } from './staleness.ts'

let portal: OwnPortal

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(150_000)
  portal = await startOwnPortal({ WEB_CONCURRENCY: '2' })
})
test.afterAll(() => portal?.stop())

/* A new connection for each request; otherwise one process would answer them all. */
function getFresh(path: string): Promise<{ process: string; status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.get(portal.origin + path, { agent: false }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', chunk => {
        text += chunk
      })
      response.on('end', () => {
        const process = String(response.headers['x-request-id'] ?? 'none-')
          .split('-')
          .slice(0, -1)
          .join('-')
        resolve({ process, status: response.statusCode ?? 0, text })
      })
    })
    request.on('error', reject)
  })
}

/* Many requests at once; otherwise the fastest process might answer them all. */
function answersOf(path: string, count = 40) {
  return Promise.all(Array.from({ length: count }, () => getFresh(path)))
}

const processesOf = (answers: { process: string }[]) => new Set(answers.map(answer => answer.process)).size

test('all of them know of a change within a second', async () => {
  test.setTimeout(90_000)
  await expect.poll(async () => processesOf(await answersOf('/en')), { timeout: 40_000 }).toBe(2)
  await portal.press('breaking', 'set', '--locale', 'en', '--text', 'Both of them say so')
  const isSeenByAll = async () =>
    (await answersOf('/en')).every(({ text }) => text.includes('Both of them say so'))
  expect(await lastStaleRequest(isSeenByAll)).toBeLessThanOrEqual(1000)
  const answers = await answersOf('/en')
  for (const { text } of answers) expect(text).toContain('Both of them say so')
})

test('one that dies is replaced, and a second attempt is answered meanwhile', async () => {
  const [victim] = portal.processes()
  expect(victim).toBeDefined()
  process.kill(victim ?? 0, 'SIGKILL')
  /* Requests that it had accepted are lost and sent again, as a proxy would do. */
  const answers = Array.from({ length: 40 }, () => getFresh('/ar').catch(() => getFresh('/ar')))
  for (const { status } of await Promise.all(answers)) expect(status).toBe(200)
  await expect.poll(async () => processesOf(await answersOf('/ar')), { timeout: 30_000 }).toBe(2)
  expect(portal.processes()).not.toContain(victim)
})

test('all end together', async () => {
  const processes = portal.processes()
  expect(processes).toHaveLength(2)
  await portal.stop()
  for (const id of processes) expect(() => process.kill(id, 0)).toThrow()
})
