import ipaddr from 'ipaddr.js'

/* Azure answers machines about themselves at this address, which looks public: it is part of no range of IANA's. */
const METADATA = new Set(['168.63.129.16'])

/* Of IPv6, IANA has given out 2000::/3 alone. The rest is special, or an older way to write IPv4 (`::127.0.0.1`). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address, as a resolver gives it, is one of the public network. Loopback, private, link-local, multicast,
 * documentation and other special addresses are not, nor is an IPv6 address that carries one of IPv4 (mapped, NAT64,
 * 6to4, Teredo): it would lead to whatever it carries.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast' || METADATA.has(address.toString())) return false
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6)
}
