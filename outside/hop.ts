import { ExpectedError } from '#errors/expected-error.ts'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'

/** One request of a chain of redirects. Names of headers are in lower case. */
export type Hop = {
  url: URL
  method: Method
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array | null
}

export type RedirectRules = {
  /** Limit of redirects that are followed; with 0 the first one is the answer. */
  most?: number
  /** A redirect to another origin is the answer. */
  stayAtOrigin?: boolean
  /** A redirect that would turn a POST into a GET is the answer, since nobody would read the message. */
  keepMethod?: boolean
}

/* All other headers may be a secret between this site and one origin. */
const FOR_ANYBODY = ['accept', 'accept-language', 'content-type']
const OF_THE_BODY = ['content-type', 'content-language']
const REDIRECTS = [301, 302, 303, 307, 308]

/**
 * Parses the address of a request by the URL standard, which turns `http://0x7f.1/` into 127.0.0.1.
 * @throws ExpectedError `outside.invalidAddress` when it is not http or https, or carries a name and password
 */
export function parseAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (!url || !isHttp || url.username || url.password) throw new ExpectedError('outside.invalidAddress')
  return url
}

/** The target of a redirect in full; null when the status is no redirect or no target is given. */
export function redirectTarget({ url }: Hop, status: number, location: string | undefined): URL | null {
  if (!REDIRECTS.includes(status) || location === undefined || !URL.canParse(location, url.href)) return null
  return new URL(location, url)
}

/**
 * The request that follows a redirect, by the rules of fetch: 303 is read with GET, as is what a POST finds moved with
 * 301 or 302; 307 and 308 repeat method and body. Null when the redirect is the answer.
 * @throws ExpectedError `outside.invalidAddress`
 */
export function nextHop(hop: Hop, status: number, target: URL, rules: RedirectRules): Hop | null {
  const isElsewhere = target.origin !== hop.url.origin
  if (isElsewhere && rules.stayAtOrigin) return null
  const becomesGet =
    status === 303 ? hop.method !== 'HEAD' && hop.method !== 'GET' : status < 303 && hop.method === 'POST'
  if (becomesGet && rules.keepMethod) return null
  const url = parseAddress(target.href)
  const method = becomesGet ? 'GET' : hop.method
  const body = becomesGet ? null : hop.body
  /* The body was meant to be unreadable on the way. */
  if (body !== null && hop.url.protocol === 'https:' && url.protocol === 'http:') return null
  const kept = Object.entries(hop.headers).filter(
    ([name]) => !(isElsewhere && !FOR_ANYBODY.includes(name)) && !(becomesGet && OF_THE_BODY.includes(name)),
  )
  return { url, method, body, headers: Object.fromEntries(kept) }
}
