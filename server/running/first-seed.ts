import path from 'node:path'
import { reader } from '#db/open.ts'
import { hasStories } from '#db/queries/whole-newsroom.ts'
import { refreshMostRead } from '#domain/discovery/readership/refresh-most-read.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { mistakeLine, SeedMistakes } from '#domain/transfer/seeding/seed-mistake.ts'
import { StartError } from './start-failure.ts'

/** Fills an empty database with the demonstration newsroom, so that a first start shows a newspaper. */
export async function seedWhenEmpty(root: string, dataDir: string): Promise<void> {
  if (await hasStories(reader())) return
  const begun = Date.now()
  process.stdout.write('Filling the empty database with the demonstration newsroom…\n')
  try {
    await seedFolder({ dir: path.join(root, 'demo'), dataDir, demo: true })
    await refreshMostRead()
  } catch (error) {
    if (!(error instanceof SeedMistakes)) throw error
    const lines = error.mistakes.map(mistakeLine)
    throw new StartError(
      [...lines, 'Correct demo/, or start with PRESS_DEMO=0 and an empty database.'].join('\n'),
    )
  }
  process.stdout.write(
    `The demonstration newsroom is there after ${Math.round((Date.now() - begun) / 1000)} s\n`,
  )
}
