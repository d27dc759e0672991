import type { Locale } from '#i18n/locales.ts'
import type { ErrorPages } from './error-pages.ts'
import type { FinishedPage } from './reader-page.ts'

/* The messages between the answering thread and the rendering thread: plain data, copied on the way. */

export type RenderJob = { requestId: string; locale: Locale } & (
  | { kind: 'page'; url: string }
  | { kind: 'status'; status: 404 | 410 }
  | { kind: 'parts' }
)

export type ToThread = { number: number; job: RenderJob } | 'close'

export type FromThread =
  | { kind: 'ready'; errorPages: ErrorPages }
  | { kind: 'rendered'; number: number; page: FinishedPage }
  | { kind: 'failed'; number: number; reason: string }

/** The data with which the rendering thread starts. */
export type ThreadSettings = {
  root: string
  port: number
  host: string
  siteUrl: string
  dataDir: string
  /** The socket on which it takes requests as they are; null when there are none. */
  socketPath: string | null
}
