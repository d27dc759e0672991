import path from 'node:path'
import { reader } from '#db/open.ts'
import { hasStories } from '#db/queries/whole-newsroom.ts'
import { refreshMostRead } from '#domain/discovery/readership/refresh-most-read.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { mistakeLine, mistakesOf } from '#domain/transfer/seeding/seed-mistake.ts'
import { ExpectedError } from '#errors/expected-error.ts'

/**
 * Fills an empty database with the demonstration newsroom, so that a first start shows a newspaper. Gives whether it
 * did.
 */
export async function seedWhenEmpty(root: string, dataDir: string): Promise<boolean> {
  if (await hasStories(reader())) return false
  const begun = Date.now()
  process.stdout.write('Filling the empty database with the demonstration newsroom…\n')
  try {
    await seedFolder({ dir: path.join(root, 'demo'), dataDir, demo: true })
    await refreshMostRead()
  } catch (error) {
    const mistakes = mistakesOf(error)?.map(mistakeLine).join('\n')
    if (mistakes === undefined) throw error
    throw new ExpectedError('start.demoFaulty', { mistakes })
  }
  process.stdout.write(
    `The demonstration newsroom is there after ${Math.round((Date.now() - begun) / 1000)} s\n`,
  )
  return true
}
