import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, it, vi } from 'vitest'
import { log } from '#server/log.ts'
import { logRequest } from './request-log.ts'

const { level } = log

afterEach(() => {
  log.level = level
  vi.restoreAllMocks()
})

it('writes a line about each request, without the key that a search engine asked for', () => {
  log.level = 'info'
  const lines = vi.spyOn(log, 'info').mockReturnValue(undefined)
  const response = Object.assign(new EventEmitter(), { statusCode: 200, writableFinished: true })
  for (const url of ['/ar', '/a-key-for-engines.txt']) {
    logRequest({ method: 'GET', url } as IncomingMessage, response as unknown as ServerResponse, 'r1', {
      clientAddress: () => '192.0.2.1',
      indexNowKey: 'a-key-for-engines',
    })
  }
  response.emit('close')
  expect(lines.mock.calls.map(([fields]) => fields)).toMatchObject([
    { requestId: 'r1', method: 'GET', url: '/ar', status: 200, client: '192.0.2.1' },
    { url: '/….txt' },
  ])
})
