import type { IncomingMessage } from 'node:http'

/**
 * Whether a form was sent from a page of this site. `Sec-Fetch-Site` says so, which no page can forge; browsers leave it
 * out on plain HTTP, and then `Origin` must be the site's, or that of the host that was asked. A program that sends
 * neither acts for no reader whose rights it could borrow.
 */
export function isFromOwnPage({ headers }: IncomingMessage, siteUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return origin === siteUrl || new URL(origin).host === host
}
