import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale, type Locale } from '#i18n/locales.ts'
import type { Served } from '#server/cache/page-cache.ts'
import type { CleanAddress } from './clean-address.ts'
import type { ClientAddress } from './client-address.ts'
import { preferredLocale } from './preferred-locale.ts'

/** A request whose address has been understood, and the response to it. */
export class Exchange {
  /** A page of ours that says that nothing is here. It is sent when no later handler knows better. */
  missingPage: Served | null = null

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    /** Names the request in the log and in `X-Request-Id`. */
    readonly requestId: string,
    readonly address: CleanAddress,
    private readonly clientAddressOf: ClientAddress,
  ) {}

  get isHead(): boolean {
    return this.request.method === 'HEAD'
  }

  /** The language of the address; the one that the browser prefers where the address names none. */
  get locale(): Locale {
    const [first] = this.address.segments
    return isLocale(first) ? first : preferredLocale(this.request.headers['accept-language'])
  }

  /** The address of the client, as far as proxies can be trusted to tell it. */
  get clientAddress(): string {
    return this.clientAddressOf(this.request)
  }
}
