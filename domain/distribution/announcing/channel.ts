import type { AnnouncedArticle } from './announced-articles.ts'
import type { ChannelName } from './progress.ts'
import type { Reply } from './send-message.ts'

/** A service that is informed of changes. */
export type Channel = {
  name: ChannelName
  /** The addresses to announce for these articles. */
  addressesOf: (articles: AnnouncedArticle[]) => Promise<string[]>
  /** The number of addresses in one message. */
  batchSize: number
  /** Null when the signal aborted it. */
  send: (addresses: string[], signal: AbortSignal) => Promise<Reply | null>
}

export type Service = {
  /** The address of the hub, or of the search engines' service. */
  url: string
  siteUrl: string
  timeoutMs?: number
}
