import type { LookupAddress } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'
import type { Hop } from './hop.ts'

export type Phase = 'connect' | 'firstByte' | 'whole'

type Options = {
  /** The connection goes to one of these, whatever a resolver says meanwhile. */
  addresses: LookupAddress[]
  connectMs: number
  firstByteMs: number
  signal: AbortSignal
}

/* Node tries the next address after a quarter of a second, which is too short for a satellite link. */
const ATTEMPT_MS = 1_000

/** The TLS handshake failed. */
export class HandshakeFault extends Error {}

/**
 * Sends one request and gives its response as soon as its head has arrived. Each request has its own connection, so
 * that none is reused for a host whose addresses have changed. Proxies that the environment names are not used: behind
 * one, no address could be checked.
 */
export function exchange({ url, method, headers, body }: Hop, options: Options): Promise<IncomingMessage> {
  const { addresses, connectMs, firstByteMs, signal } = options
  const isSecure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request({
      ...{ method, signal, agent: false, setHost: false, autoSelectFamilyAttemptTimeout: ATTEMPT_MS },
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port,
      path: url.pathname + url.search,
      headers: { host: url.host, ...headers },
      lookup: pinned(addresses),
      /* NODE_TLS_REJECT_UNAUTHORIZED must not switch this off. */
      rejectUnauthorized: true,
    })
    let timer: NodeJS.Timeout
    const allow = (phase: Phase, ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => request.destroy(timeoutFault(url, phase, ms)), ms)
    }
    let isHandshake = false
    allow('connect', connectMs)
    request.once('socket', (socket: Socket) => {
      socket.once('connect', () => {
        isHandshake = isSecure
        if (!isSecure) allow('firstByte', firstByteMs)
      })
      socket.once('secureConnect', () => {
        isHandshake = false
        allow('firstByte', firstByteMs)
      })
    })
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(
        isHandshake && !isExpected(error) && !signal.aborted
          ? new HandshakeFault('', { cause: error })
          : error,
      )
    }
    request.once('response', response => {
      clearTimeout(timer)
      resolve(response)
    })
    request.once('upgrade', (_, socket) => {
      socket.destroy()
      fail(new ExpectedError('outside.badAnswer', { host: url.host, reason: 'Upgrade' }))
    })
    /* Remains after the response has come: later errors reach the reader of the response. */
    request.on('error', fail)
    /* A request may close without a response and without an error; nobody must wait for it then. */
    request.once('close', () =>
      fail(new ExpectedError('outside.connection', { host: url.host, reason: 'closed' })),
    )
    request.end(body ?? undefined)
  })
}

export function timeoutFault({ host }: URL, phase: Phase, ms: number): ExpectedError {
  return new ExpectedError('outside.timeout', { host, phase, seconds: ms / 1000 })
}

function pinned(addresses: LookupAddress[]): LookupFunction {
  return (_, { all }, callback) => {
    const [first] = addresses
    if (all) callback(null, addresses)
    else callback(null, first?.address ?? '', first?.family)
  }
}
