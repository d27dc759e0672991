import type { Locale } from '#i18n/locales.ts'
import type { ErrorPages } from './error-pages.ts'
import type { FinishedPage } from './reader-page.ts'

/* What passes between the thread that answers and the thread that draws: plain data, copied on the way. */

export type RenderJob = { requestId: string; locale: Locale } & (
  | { kind: 'page'; url: string }
  | { kind: 'status'; status: 404 | 410 }
)

export type ToThread = { number: number; job: RenderJob } | 'close'

export type FromThread =
  | { kind: 'ready'; errorPages: ErrorPages }
  | { kind: 'rendered'; number: number; page: FinishedPage }
  | { kind: 'failed'; number: number; reason: string }

/** What the drawing thread is told when it starts. */
export type ThreadSettings = {
  root: string
  port: number
  host: string
  siteUrl: string
  dataDir: string
  /** Where it listens for requests that are passed on as they are; null when there are none. */
  socketPath: string | null
}
