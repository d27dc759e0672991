import type { AnnouncedArticle } from './announced-articles.ts'
import type { ChannelName } from './progress.ts'
import type { Reply } from './send-message.ts'

/** Somebody service who wants to hear of changes. */
export type Channel = {
  name: ChannelName
  /** The addresses to send for these articles. */
  addressesOf: (articles: AnnouncedArticle[]) => Promise<string[]>
  /** So many addresses fit into one message. */
  batchSize: number
  /** Null when the signal broke it off. */
  send: (addresses: string[], signal: AbortSignal) => Promise<Reply | null>
}

export type Service = {
  /** The hub, or the service of the engines. */
  url: string
  siteUrl: string
  timeoutMs?: number
}
