import type { Tables } from './tables.ts'

/** Every table, parents before their children. Rows can be written in this order while foreign keys are enforced. */
export const tableOrder = [
  'site',
  'facts',
  'media',
  'mediaTexts',
  'sections',
  'sectionTexts',
  'topics',
  'topicTexts',
  'authors',
  'authorTexts',
  'pages',
  'stories',
  'storyPictureTexts',
  'storyTopics',
  'articles',
  'articleAuthors',
  'revisions',
  'corrections',
  'listings',
  'redirects',
  'frontPlaces',
  'breaking',
  'schedules',
  'readCounts',
  'mostRead',
  'origins',
  'auditLog',
  'contentChanges',
  'newsletterKeys',
  'subscribers',
  'subscriptions',
  'newsletterRequests',
  'suppressions',
  'editions',
  'editionTexts',
  'deliveries',
  'recordings',
  'spoken',
  'bulletins',
  'voiceBudgets',
  /* Their rows belong to the program that was running; they stand here for completeness. */
  'leases',
  'rateLimits',
] as const satisfies readonly (keyof Tables)[]

export type TableName = (typeof tableOrder)[number]

/** Tables that are derived from the others and made again at their destination: emptied with them and never moved. */
const derivedTables = [
  'searchDocuments',
  'searchWords',
  'searchState',
] as const satisfies readonly (keyof Tables)[]

type Missing = Exclude<keyof Tables, TableName | (typeof derivedTables)[number]>
type NoneOf<Names extends never> = Names
/** Does not compile when a table is missing from the order. */
export type Complete = NoneOf<Missing>
