import { isIPv6 } from 'node:net'
import { LRUCache } from 'lru-cache'

type Limits = {
  /** So often a client may ask at once. */
  burst: number
  /** So often it may go on. */
  perSecond: number
}

/* A client that was not seen for so many others starts anew: the queue of renders bounds what all of them cost together. */
const CLIENTS_REMEMBERED = 10_000

/** Limits how often each client may ask for something, in this process alone. */
export class ClientLimit {
  private readonly clients = new LRUCache<string, { left: number; atMs: number }>({ max: CLIENTS_REMEMBERED })

  constructor(private readonly limits: Limits) {}

  /** Counts a request of a client. Gives 0 when it may pass, or the seconds to wait until one may. */
  take(address: string, nowMs = performance.now()): number {
    const { burst, perSecond } = this.limits
    const client = clientOf(address)
    const known = this.clients.get(client) ?? { left: burst, atMs: nowMs }
    const left = Math.min(burst, known.left + ((nowMs - known.atMs) / 1000) * perSecond)
    const mayPass = left >= 1
    this.clients.set(client, { left: mayPass ? left - 1 : left, atMs: nowMs })
    return mayPass ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond))
  }
}

/** The client behind an address: in IPv6 its whole network, because one household has billions of addresses. */
export function clientOf(address: string): string {
  if (!isIPv6(address)) return address
  const [before = '', after] = address.split('%')[0]?.split('::') ?? []
  const start = before.split(':').filter(Boolean)
  const end = after?.split(':').filter(Boolean) ?? []
  const zeros = after === undefined ? [] : Array(Math.max(0, 8 - start.length - end.length)).fill('0')
  const groups = [...start, ...zeros, ...end].slice(0, 4)
  return `${groups.map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
