import fs from 'node:fs'
import path from 'node:path'
import { DatabaseError } from './errors'

/**
 * Makes the data folder, step by step. Node's recursive mkdir never returns where a file system answers "no such
 * folder" although the parent is there, as /proc does.
 * @throws DatabaseError 'unwritable'
 */
export function makeDataFolder(dataDir: string): void {
  if (fs.existsSync(dataDir)) return
  const parent = path.dirname(dataDir)
  if (parent !== dataDir) makeDataFolder(parent)
  try {
    fs.mkdirSync(dataDir)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return
    throw new DatabaseError(
      'unwritable',
      `The data folder ${dataDir} cannot be made. Give this user write permission to ${parent}, or name another folder in PRESS_DATA.`,
      { cause },
    )
  }
}
