import type { ErrorCode, ErrorParameters } from '#errors/expected-error.ts'

/** Why an address may not stand in a body: for an `ExpectedError`, which also says the place. */
export type AddressFault = { code: Extract<ErrorCode, `body.address.${string}`>; parameters: ErrorParameters }

const PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:']

/** Why an address may not stand in a body, or null: http, https, mailto, tel and paths of the site may. */
export function linkFault(href: string): AddressFault | null {
  if (href === '') return { code: 'body.address.empty', parameters: {} }
  if (href !== href.trim() || /\p{Cc}/u.test(href)) return { code: 'body.address.spaces', parameters: {} }
  if (href.startsWith('/')) {
    return /^\/[/\\]/.test(href) ? { code: 'body.address.slashes', parameters: {} } : null
  }
  return absoluteFault(href, PROTOCOLS)
}

/** Why an address may not be that of a page elsewhere, or null: http and https may. */
export function pageAddressFault(url: string): AddressFault | null {
  return absoluteFault(url, ['http:', 'https:'])
}

/** Why an address may not be that of something to show in place, or null: https may. */
export function secureAddressFault(url: string): AddressFault | null {
  return absoluteFault(url, ['https:'])
}

function absoluteFault(address: string, protocols: string[]): AddressFault | null {
  if (!URL.canParse(address)) return { code: 'body.address.incomplete', parameters: { address } }
  const { protocol } = new URL(address)
  return protocols.includes(protocol) ? null : { code: 'body.address.protocol', parameters: { protocol } }
}
