import path from 'node:path'
import { reader } from '../db/open'
import { hasStories } from '../db/queries/catalogue'
import { log } from './log'

/** Fills an empty database with the demonstration newsroom, so that a first start shows a newspaper. */
export async function seedWhenEmpty(root: string, dataDir: string): Promise<boolean> {
  if (await hasStories(reader())) return false
  log.info({ dir: path.join(root, 'demo'), dataDir }, 'Seeding is not there yet')
  return false
}
