const PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:']

/** Why an address may not stand in a body, or null: http, https, mailto, tel and paths of the site may. */
export function linkFault(href: string): string | null {
  if (href === '') return 'the address is empty'
  if (href !== href.trim() || /\p{Cc}/u.test(href))
    return 'the address has spaces around it or control characters'
  if (href.startsWith('/')) {
    return /^\/[/\\]/.test(href) ? 'a path of the site begins with one slash' : null
  }
  return absoluteFault(href, PROTOCOLS)
}

/** Why an address may not be that of a page elsewhere, or null: http and https may. */
export function pageAddressFault(url: string): string | null {
  return absoluteFault(url, ['http:', 'https:'])
}

function absoluteFault(href: string, protocols: string[]): string | null {
  if (!URL.canParse(href)) return `"${href}" is not a complete address`
  const { protocol } = new URL(href)
  return protocols.includes(protocol) ? null : `"${protocol}" links are not allowed`
}
