/** How strict the pages of this process are. */
export type PolicyOptions = { dev: boolean; isHttps: boolean; inlineScriptHashes: readonly string[] }

/** The headers that say what a page may do in a browser. The same for every reader, so that pages can be shared. */
export function pagePolicy({ dev, isHttps, inlineScriptHashes }: PolicyOptions): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(dev, inlineScriptHashes),
    ...plainPolicy(isHttps),
    'Permissions-Policy':
      'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}

/** What every answer carries, files included. */
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
    /* In development styles arrive by script, and errors are drawn over the page. */
    'style-src': dev ? "'self' 'unsafe-inline'" : "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'media-src': "'self'",
    'connect-src': dev ? "'self' ws: wss:" : "'self'",
    'frame-src': 'https://www.youtube-nocookie.com https://player.vimeo.com',
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'self'",
  }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
