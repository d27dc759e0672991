import { cleanAddress } from './clean-address.ts'
import { originForm } from './request-target.ts'

const NEW_LINE = 10

/** A request line that Node’s parser refused because of bytes that should have been percent-encoded. */
export type RawRequest = { method: string; location: string }

/**
 * Reads letters that a client sent as they are in its request line, as a terminal does with an Arabic address. Null when
 * they are not UTF-8, or when the line holds something else that is wrong. `parsed`: how far the parser came.
 */
export function rawRequest(packet: Buffer, parsed: number): RawRequest | null {
  const start = packet.lastIndexOf(NEW_LINE, Math.min(parsed, packet.length) - 1) + 1
  const end = packet.indexOf(NEW_LINE, start)
  if (end < 0) return null
  const line = packet.toString('latin1', start, end).replace(/\r$/, '')
  const [, method, target] = /^(GET|HEAD) (\S+) HTTP\/1\.[01]$/.exec(line) ?? []
  if (method === undefined || target === undefined || !/[\x80-\xff]/.test(target)) return null
  const encoded = target.replace(/[^\x21-\x7e]/g, byte => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
  const address = cleanAddress(originForm(encoded))
  if (typeof address === 'string') return null
  const [, query] = originForm(encoded).split(/\?(.*)/s)
  if (query !== undefined && !isDecodable(query)) return null
  return { method, location: query ? `${address.path}?${query}` : address.path }
}

/* A path that is not UTF-8 was refused as malformed. */
function isDecodable(query: string): boolean {
  try {
    decodeURIComponent(query.replace(/%(?![0-9A-F]{2})/gi, '%25'))
    return true
  } catch {
    return false
  }
}
