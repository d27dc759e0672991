/** The address of a request that has been understood. */
export type CleanAddress = {
  /** The decoded segments, NFC: `['ar', 'سياسة']`. */
  segments: string[]
  /** The one spelling of this path, percent-encoded. */
  path: string
  query: URLSearchParams
  /** Whether the path was written in another way, which search engines could take for a second page. */
  isMisspelt: boolean
}

/* Longer than any address of the site, although each Arabic letter of a slug takes six bytes. */
const MAX_LENGTH = 8192

/* An address may be copied with the space or the line break behind it, or with the full stop of a sentence behind its slash. */
const ENDS_OF_LINES = /(?:%(?:0[9ad]|20))+$|(?<=\/)\.$/i

/** Reads the address of a request line. Addresses on which Next would fail never reach it. */
export function cleanAddress(target: string): CleanAddress | 'malformed' | 'too-long' {
  if (target.length > MAX_LENGTH) return 'too-long'
  if (!target.startsWith('/')) return 'malformed'
  const [writtenPath = '', ...rest] = target.split('?')
  const rawPath = writtenPath.replace(ENDS_OF_LINES, '')
  const rawSegments = rawPath.split('/').slice(1)
  const segments: string[] = []
  for (const raw of rawSegments) {
    const segment = decode(raw)
    if (segment === null) return 'malformed'
    if (segment !== '') segments.push(segment)
  }
  const isLocaleInCapitals =
    /^(ar|en)$/i.test(segments[0] ?? '') && segments[0] !== segments[0]?.toLowerCase()
  if (isLocaleInCapitals) segments[0] = (segments[0] ?? '').toLowerCase()
  const normal = segments.map(segment => segment.normalize('NFC'))
  return {
    segments: normal,
    path: `/${normal.map(encodeURIComponent).join('/')}`,
    query: new URLSearchParams(rest.join('?').replaceAll('\0', '')),
    isMisspelt:
      isLocaleInCapitals ||
      rawPath !== writtenPath ||
      normal.some((segment, index) => segment !== segments[index]) ||
      (rawPath !== '/' && rawSegments.includes('')),
  }
}

/** The whole address as it may stand in a Location header: with one slash at its start, never two. */
export function addressOf({ path, query }: Pick<CleanAddress, 'path' | 'query'>): string {
  const search = query.toString()
  return search ? `${path}?${search}` : path
}

function decode(raw: string): string | null {
  try {
    const segment = decodeURIComponent(raw)
    return isUnsafe(segment) ? null : segment
  } catch {
    return null
  }
}

/* Control characters, lone surrogates, and names that a file system or a router could read as "up". */
function isUnsafe(segment: string): boolean {
  return segment === '.' || segment === '..' || /\p{Cc}|\p{Cs}/u.test(segment)
}
