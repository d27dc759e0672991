import type { Kind, Outcome, PlannedThing } from './seed-plan.ts'

export type SeedReport = {
  /** The key of the newsroom, by which later seedings recognise it. */
  newsroom: string
  dryRun: boolean
  replacedDemo: boolean
  /** In a dry run: the database holds the demonstration newsroom, so the real run needs --replace-demo. */
  needsReplaceDemo: boolean
  counts: Record<Kind, Record<Outcome, number>>
}

export function reportOf(
  newsroom: string,
  things: PlannedThing[],
  options: Pick<SeedReport, 'dryRun' | 'replacedDemo' | 'needsReplaceDemo'>,
): SeedReport {
  const none = () => ({ new: 0, updated: 0, unchanged: 0 })
  const kinds: Kind[] = [
    'site',
    'section',
    'topic',
    'author',
    'page',
    'story',
    'article',
    'front',
    'redirect',
    'newsletter',
  ]
  const counts = Object.fromEntries(kinds.map(kind => [kind, none()])) as SeedReport['counts']
  for (const { kind, outcome } of things) counts[kind][outcome]++
  return { newsroom, ...options, counts }
}
