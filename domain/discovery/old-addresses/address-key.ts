/** Query parameters that identified content in the systems that newsrooms come from. */
export const MEANINGFUL = ['p', 'page_id', 'cat', 'tag', 'author', 'attachment_id'] as const

/**
 * A path as `redirects` stores it, which is also how the edge reads a request: decoded segment by segment, NFC, without
 * empty segments. A segment that cannot be decoded stays as it is.
 */
export function pathKey(pathname: string): string {
  const segments = pathname.split('/').filter(Boolean).map(decoded)
  return `/${segments.join('/')}`
}

/** An old address in full as `redirects` stores it; null when it identifies nothing, as `/` alone does. */
export function addressKey(url: string): string | null {
  const [beforeFragment = ''] = url.split('#')
  const [before = '', ...rest] = beforeFragment.split('?')
  const pathname = before.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
  const path = pathKey(pathname)
  const query = new URLSearchParams(rest.join('?'))
  const name = MEANINGFUL.find(each => query.get(each))
  if (name) return `${path}?${name}=${query.get(name)}`
  return path === '/' ? null : path
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return segment.normalize('NFC')
  }
}
