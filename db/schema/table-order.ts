import type { Tables } from './tables.ts'

/** Every table, parents before their children: in this order rows can be written while foreign keys are enforced. */
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
  /* Who holds or is counted there is another program's business by then; they are here to be complete. */
  'leases',
  'rateLimits',
] as const satisfies readonly (keyof Tables)[]

export type TableName = (typeof tableOrder)[number]

/** What is made from the other tables, and made anew where they arrive: emptied with them, and never moved. */
const derivedTables = [
  'searchDocuments',
  'searchWords',
  'searchState',
] as const satisfies readonly (keyof Tables)[]

type Missing = Exclude<keyof Tables, TableName | (typeof derivedTables)[number]>
type NoneOf<Names extends never> = Names
/** Does not compile when a table is missing from the order. */
export type Complete = NoneOf<Missing>
