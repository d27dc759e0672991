import type { IncomingMessage } from 'node:http'

/**
 * Whether the `Host` of a request is as HTTP wants it: once, and always in HTTP/1.1 (RFC 9112, 3.2). Nothing else is
 * made of it.
 */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0')
}

/**
 * A request target without scheme and host, which clients of proxies send (RFC 9112, 3.2.2), and without the fragment,
 * which is nobody's business but the browser's.
 */
export function originForm(target: string): string {
  const [withoutFragment = ''] = target.split('#')
  const [absolute] = /^https?:\/\/[^/?#]+/i.exec(withoutFragment) ?? []
  if (absolute === undefined) return withoutFragment
  const rest = withoutFragment.slice(absolute.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

const SLASH = 47

/** Whether a target is what nearly every client sends. */
export function isOriginForm(target: string): boolean {
  return target.charCodeAt(0) === SLASH && !target.includes('#')
}
