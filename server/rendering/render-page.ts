import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { type Answer, withAnswer } from '#request/answer.ts'
import { CapturedResponse, syntheticRequest } from './captured-response.ts'

export type FrameworkHandler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>

/** The framework's answer to an address, and the page's own facts. */
export type RenderedPage = {
  status: number
  /** Whether the page itself set the status; otherwise the framework did. */
  isOwnStatus: boolean
  location: string | null
  answer: Answer
  headers: OutgoingHttpHeaders
  contentType: string
  body: Buffer
}

/**
 * Renders an address. Nothing about the person who asked can enter. With `leavesParts` the places of what all pages of a
 * language share stay empty.
 */
export type RenderPage = (url: string, leavesParts?: boolean) => Promise<RenderedPage>

export function pageRenderer(handler: FrameworkHandler, siteUrl: string): RenderPage {
  const { host, protocol } = new URL(siteUrl)
  const headers = {
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
    accept: 'text/html',
    /* The framework needs one to decide where metadata goes. */
    'user-agent': 'arab-press',
  }
  return (url, leavesParts) =>
    withAnswer(async answer => {
      const request = syntheticRequest(url, { ...headers })
      const response = new CapturedResponse(request)
      const handled = handler(request, response)
      /* The handler may fail before it answers, or answer and go on working; the first of the two decides. */
      const body = await Promise.race([response.completed, handled.then(() => response.completed)])
      const isOwnStatus = answer.status !== 200
      return {
        status: isOwnStatus && response.statusCode < 500 ? answer.status : response.statusCode,
        isOwnStatus,
        location: answer.location ?? textOf(response.getHeader('location')),
        answer,
        headers: response.getHeaders(),
        contentType: textOf(response.getHeader('content-type')) ?? 'application/octet-stream',
        body,
      }
    }, leavesParts)
}

function textOf(header: number | string | string[] | undefined): string | null {
  return header === undefined ? null : String(header)
}
