import type { BulkRows } from '#db/queries/writing/bulk-stories.ts'
import type { Catalogue } from './catalogue.ts'
import { inventStory } from './invent-story.ts'
import { addStory, noRows } from './story-rows.ts'

/** Invents the stories from the first to the last number, both included, of a newsroom of `count` stories. */
export type InventionRequest = { from: number; to: number; count: number; catalogue: Catalogue; now: Date }

export function inventRows({ from, to, count, catalogue, now }: InventionRequest): BulkRows {
  const rows = noRows()
  for (let id = from; id <= to; id++) addStory(rows, inventStory(id, count, catalogue, now))
  return rows
}
