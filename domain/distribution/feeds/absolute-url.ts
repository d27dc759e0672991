/** An address as machines read it: complete, and percent-encoded. Paths are the site's own. */
export function absoluteUrl(href: string, siteUrl: string): string {
  return URL.canParse(href, siteUrl) ? new URL(href, siteUrl).href : siteUrl
}
