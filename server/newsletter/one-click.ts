import type { IncomingMessage } from 'node:http'
import { type BodyFault, readBody } from '#server/requests/form-body.ts'

/** The way by which somebody leaves: with the button of our page, or by the one click of a mail program. */
export type Leaving = 'button' | 'one-click'

/**
 * Reads what was posted to a link to leave. RFC 8058 has mail programs send `List-Unsubscribe=One-Click` as
 * multipart/form-data or as a plain form, and some send nothing: the token is right enough, so only the answer differs.
 */
export async function readLeaving(request: IncomingMessage, maxBytes: number): Promise<Leaving | BodyFault> {
  const body = await readBody(request, maxBytes)
  if (typeof body === 'string') return body
  const isOneClick = /List-Unsubscribe\b.*One-Click/is.test(body.toString())
  return isFromBrowser(request) && !isOneClick ? 'button' : 'one-click'
}

/* A person waits for a page; a server of mail waits for 200 and follows no redirect. */
function isFromBrowser({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-mode'] === 'navigate' || headers.accept?.includes('text/html') === true
}
