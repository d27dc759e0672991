/**
 * The tables of this process's engine. Their types are SQLite's; alike.ts makes the compiler check that the other
 * engine's rows are the same.
 */
import { aliasedTable } from 'drizzle-orm'
import type { alias as sqliteAlias } from 'drizzle-orm/sqlite-core'
import { engine } from '#db/engine.ts'
import * as postgres from './postgres/tables.ts'
import * as sqlite from './sqlite/tables.ts'

/** Every table of each engine, by the same names. */
export const tablesOf = { sqlite: { ...sqlite }, postgres: { ...postgres } }

export type Tables = typeof tablesOf.sqlite

/** Those of this process's engine. */
export const tables = tablesOf[engine] as unknown as Tables

export const {
  site,
  facts,
  sections,
  sectionTexts,
  topics,
  topicTexts,
  media,
  mediaTexts,
  authors,
  authorTexts,
  stories,
  storyPictureTexts,
  storyTopics,
  articles,
  articleAuthors,
  listings,
  corrections,
  revisions,
  auditLog,
  contentChanges,
  redirects,
  frontPlaces,
  breaking,
  pages,
  origins,
  schedules,
  leases,
  readCounts,
  mostRead,
  searchDocuments,
  searchWords,
  searchState,
  rateLimits,
  subscribers,
  subscriptions,
  newsletterRequests,
  suppressions,
  newsletterKeys,
  editions,
  editionTexts,
  deliveries,
  recordings,
  spoken,
  bulletins,
  voiceBudgets,
} = tables
export type { SpokenPart, SpokenState, VoiceKind } from './sqlite/audio.ts'
export type { FrontPlace, RedirectTarget } from './sqlite/front.ts'
export type { ScheduleState } from './sqlite/jobs.ts'
export type {
  ConsentForm,
  DeliveryState,
  EditionState,
  NewsletterKind,
  RequestState,
  SuppressionReason,
} from './sqlite/newsletter.ts'
export type { ReadPeriod } from './sqlite/reads.ts'
export type { ArticleStatus, ListKind } from './sqlite/stories.ts'

/** An alias of a table, to join it twice. Drizzle exports one function for each engine, and both do the same. */
export const alias = aliasedTable as unknown as typeof sqliteAlias
