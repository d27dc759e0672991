import type { AnnouncedArticle } from './announced-articles.ts'
import type { Answered } from './post.ts'
import type { ChannelName } from './standing.ts'

/** Somebody outside who wants to hear of changes. */
export type Channel = {
  name: ChannelName
  /** The addresses to tell for these articles. */
  addressesOf: (articles: AnnouncedArticle[]) => Promise<string[]>
  /** So many addresses fit into one message. */
  atOnce: number
  /** Null when the signal broke it off. */
  tell: (addresses: string[], signal: AbortSignal) => Promise<Answered | null>
}

export type Outside = {
  /** The hub, or the service of the engines. */
  url: string
  siteUrl: string
  timeoutMs?: number
}
