import type { ServerResponse } from 'node:http'

/** Leads to the page that shows the outcome of a form (303), so that to load it again sends nothing again. */
export function seeOther(
  response: ServerResponse,
  location: string,
  plainHeaders: Record<string, string>,
): void {
  const headers = { ...plainHeaders, 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' }
  response.writeHead(303, { ...headers, Location: location, 'Content-Length': 0 }).end()
}
