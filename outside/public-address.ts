import ipaddr from 'ipaddr.js'

/* Azure's metadata for its machines is at this address, which is in no special range. */
const METADATA = new Set(['168.63.129.16'])

/* IANA has assigned only 2000::/3 of IPv6. The rest is special, or an older notation of IPv4 (`::127.0.0.1`). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address, as a resolver gives it, is on the public network. Loopback, private, link-local, multicast,
 * documentation and other special addresses are not, nor is an IPv6 address that carries an IPv4 address (mapped,
 * NAT64, 6to4, Teredo), since it would lead there.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast' || METADATA.has(address.toString())) return false
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6)
}
