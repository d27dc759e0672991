import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '#server/log.ts'
import type { ClientAddress } from './client-address.ts'
import { loggableAddress } from './loggable-address.ts'

type Options = { clientAddress: ClientAddress; indexNowKey: string | null }

/** Logs a line about each request once it is over, at the level `info`. */
export function logRequest(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  { clientAddress, indexNowKey }: Options,
): void {
  if (!log.isLevelEnabled('info')) return
  const begun = performance.now()
  const { method } = request
  const url = withoutSecrets(request.url ?? '', indexNowKey)
  const client = clientAddress(request)
  response.once('close', () => {
    const durationMs = Math.round((performance.now() - begun) * 10) / 10
    const { statusCode: status, writableFinished: isWhole } = response
    const text = isWhole ? 'Answered' : 'Broken off'
    log.info({ requestId, method, url, status, durationMs, client }, text)
  })
}

function withoutSecrets(url: string, indexNowKey: string | null): string {
  const shown = loggableAddress(url)
  return indexNowKey === null ? shown : shown.replaceAll(indexNowKey, '…')
}
