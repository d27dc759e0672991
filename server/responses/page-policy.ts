import { FILM_ORIGINS } from '#body/player-address.ts'

/** The facts on which the policy of pages depends. */
export type PolicyOptions = { dev: boolean; isHttps: boolean; inlineScriptHashes: readonly string[] }

const POWERS_NOBODY_NEEDS = {
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/**
 * The headers that say what a page may do in a browser. They are the same for every reader, so that pages can be
 * shared.
 */
export function pagePolicy({ dev, isHttps, inlineScriptHashes }: PolicyOptions): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(dev, inlineScriptHashes),
    ...plainPolicy(isHttps),
    ...POWERS_NOBODY_NEEDS,
    /* The file says which pages a browser may fetch ahead. */
    ...(dev ? {} : { 'Speculation-Rules': '"/speculation-rules.json"' }),
  }
}

/**
 * The headers of a page of the newsroom. Its script comes from the framework and carries a nonce, one for each answer.
 */
export function newsroomPolicy(nonce: string, isHttps: boolean) {
  const directives = {
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'media-src': "'self' blob:",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  return {
    'Content-Security-Policy': joined(directives),
    ...plainPolicy(isHttps),
    ...POWERS_NOBODY_NEEDS,
    'Referrer-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex',
  }
}

/** The kind of an answer when a browser opens it: a page of ours, another document, or nothing that acts. */
export type DocumentKind = 'page' | 'document' | 'other'

export function documentKind(contentType: string): DocumentKind {
  if (contentType.startsWith('text/html')) return 'page'
  return /[/+]xml\b/.test(contentType) ? 'document' : 'other'
}

/** The headers of a document in XML: it may have styles, pictures and films of ours, and no script ever runs. */
export function documentPolicy(isHttps: boolean): Record<string, string> {
  const directives = {
    'default-src': "'none'",
    'style-src': "'self'",
    'img-src': "'self'",
    'font-src': "'self'",
    'media-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self'",
  }
  return { 'Content-Security-Policy': joined(directives), ...plainPolicy(isHttps), ...POWERS_NOBODY_NEEDS }
}

/** The headers of every answer, files included. */
export function plainPolicy(isHttps: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

function contentSecurityPolicy(dev: boolean, hashes: readonly string[]): string {
  const directives = {
    'default-src': "'none'",
    'script-src': dev
      ? "'self' 'unsafe-inline' 'unsafe-eval'"
      : ["'self'", ...hashes.map(hash => `'${hash}'`)].join(' '),
    /* In development styles arrive by script, and errors appear over the page. */
    'style-src': dev ? "'self' 'unsafe-inline'" : "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'media-src': "'self'",
    'connect-src': dev ? "'self' ws: wss:" : "'self'",
    'frame-src': FILM_ORIGINS.join(' '),
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'self'",
  }
  return joined(directives)
}

/** A policy of pages that lets these origins into frames too; any other header stays as it is. */
export function withFrames(policy: string, origins: readonly string[]): string {
  return policy.replace(/frame-src [^;]*/, allowed => [allowed, ...origins].join(' '))
}

function joined(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
