/**
 * The tables of this process's engine. Their types are SQLite's; alike.ts has the compiler hold the other engine's to
 * the same rows.
 */
import { aliasedTable } from 'drizzle-orm'
import type { alias as sqliteAlias } from 'drizzle-orm/sqlite-core'
import { engine } from '../engine'
import * as postgres from './postgres'
import * as postgresJobs from './postgres-jobs'
import * as postgresReads from './postgres-reads'
import * as postgresSearch from './postgres-search'
import * as sqlite from './sqlite'
import * as sqliteJobs from './sqlite-jobs'
import * as sqliteReads from './sqlite-reads'
import * as sqliteSearch from './sqlite-search'

/** Every table of each engine, by the same names. */
export const tablesOf = {
  sqlite: { ...sqlite, ...sqliteJobs, ...sqliteReads, ...sqliteSearch },
  postgres: { ...postgres, ...postgresJobs, ...postgresReads, ...postgresSearch },
}

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
} = tables
export type { ArticleStatus, FrontPlace, ListKind, RedirectTarget } from './sqlite'
export type { ScheduleState } from './sqlite-jobs'
export type { ReadPeriod } from './sqlite-reads'

/** Another name for a table, to join it twice: what is exported for one engine alone does the same. */
export const alias = aliasedTable as unknown as typeof sqliteAlias
