import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Tells the address of the client of a request. */
export type ClientAddress = (request: IncomingMessage) => string

/**
 * `trusted`: addresses and networks (CIDR) of proxies whose `X-Forwarded-For` is believed. The header is read from its
 * end: each trusted proxy added the address that it saw, and everything before the last untrusted one may be invented.
 */
export function clientAddressBehind(trusted: readonly string[]): ClientAddress {
  const isTrusted = trustedProxies(trusted)
  return ({ socket, headers }) => {
    let address = bare(socket.remoteAddress ?? '')
    if (trusted.length === 0) return address
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
    while (isTrusted(address)) {
      const previous = bare(forwarded.pop()?.trim() ?? '')
      if (isIP(previous) === 0) break
      address = previous
    }
    return address
  }
}

/** Tells whether a proxy is trusted, by its address. */
export function trustedProxies(trusted: readonly string[]): (address?: string) => boolean {
  if (trusted.length === 0) return () => false
  const proxies = blockList(trusted)
  return (address = '') => {
    const plain = bare(address)
    const family = isIP(plain)
    return family !== 0 && proxies.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  }
}

function blockList(trusted: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of trusted) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}

/* A socket of both families writes IPv4 addresses as `::ffff:192.0.2.1`. */
function bare(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}
