import type { Tables } from './tables'

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
  /* Who holds one is another program by then; it is here to be complete. */
  'leases',
] as const satisfies readonly (keyof Tables)[]

export type TableName = (typeof tableOrder)[number]

type Forgotten = Exclude<keyof Tables, TableName>
type NoneOf<Names extends never> = Names
/** Does not compile when a table is missing from the order. */
export type Complete = NoneOf<Forgotten>
