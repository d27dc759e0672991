import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { ExpectedError } from '#errors/expected-error.ts'
import { isPublicAddress } from './public-address.ts'

/** Gives the addresses of a name. Tests bring their own. */
export type Resolver = (hostname: string) => Promise<LookupAddress[]>

/** Resolves as every program of this machine does: /etc/hosts counts. */
export const systemResolver: Resolver = hostname => dns.lookup(hostname, { all: true })

/**
 * The addresses of a host to which a connection may be made: the public ones, or all of them where the host is allowed
 * with its port. The caller must connect to one of these without resolving again, since the answer may differ.
 * @throws ExpectedError `outside.unresolved` or `outside.refusedAddress`
 */
export async function resolveHost(
  url: URL,
  { allowed, resolve }: { allowed: readonly string[]; resolve: Resolver },
): Promise<LookupAddress[]> {
  const { hostname, host } = url
  const literal = hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(literal)
  const found = family > 0 ? [{ address: literal, family }] : await resolved(resolve, hostname)
  if (found.length === 0) throw new ExpectedError('outside.unresolved', { host: hostname })
  const usable = allowed.includes(hostAndPort(url))
    ? found
    : found.filter(({ address }) => isPublicAddress(address))
  if (usable.length === 0) throw new ExpectedError('outside.refusedAddress', { host })
  return usable
}

async function resolved(resolve: Resolver, hostname: string): Promise<LookupAddress[]> {
  try {
    return await resolve(hostname)
  } catch (error) {
    throw new ExpectedError('outside.unresolved', { host: hostname }, { cause: error })
  }
}

/** The host and port of an address, as an allow-list names them: `127.0.0.1:9000`, `hub.example.org:443`. */
export function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
}
