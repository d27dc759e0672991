import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checkDataFolder, makeDataFolder } from '../../db/data-folder'
import { syncFolder } from '../media/write-atomically'
import { BackupError } from './backup-error'
import { DATABASE } from './manifest'
import type { RestorePlace } from './restore-place'

/**
 * A folder inside the data folder, whose files go to their places there while the database is on a server. What is there
 * already stays when it is the same: where only the server was lost, all pictures are there still.
 * @throws DatabaseError when the data folder cannot be written
 */
export async function mergePlace(dataDir: string): Promise<RestorePlace> {
  makeDataFolder(dataDir)
  checkDataFolder(dataDir)
  const folder = await fs.promises.mkdtemp(path.join(dataDir, '.restore-'))
  return {
    folder,
    settle: () => merge(folder, dataDir),
    clear: () => fs.promises.rm(folder, { recursive: true, force: true }),
  }
}

async function merge(folder: string, dataDir: string): Promise<void> {
  const names = filesIn(folder).filter(name => name !== DATABASE)
  const missing: string[] = []
  for (const name of names) {
    const there = path.join(dataDir, name)
    if (!fs.existsSync(there)) missing.push(name)
    else if (!(await isSame(path.join(folder, name), there))) throw other(there)
  }
  const put: string[] = []
  try {
    for (const name of missing) {
      const target = path.join(dataDir, name)
      await fs.promises.mkdir(path.dirname(target), { recursive: true })
      await fs.promises.rename(path.join(folder, name), target)
      put.push(target)
    }
    for (const parent of new Set(put.map(file => path.dirname(file)))) await syncFolder(parent)
    await syncFolder(dataDir)
  } catch (error) {
    for (const file of put) await fs.promises.rm(file, { force: true })
    throw error
  }
}

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => fs.statSync(path.join(folder, name)).isFile())
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [mine, theirs] = [fs.statSync(one), fs.statSync(other)]
  if (!theirs.isFile() || mine.size !== theirs.size) return false
  return (await hashOf(one)) === (await hashOf(other))
}

async function hashOf(file: string): Promise<string> {
  const hash = crypto.createHash('sha256')
  await pipeline(fs.createReadStream(file), hash)
  return hash.digest('hex')
}

const other = (file: string) =>
  new BackupError(
    `${file} is there already, and is not what was saved. Name another folder in PRESS_DATA, or move that file aside.`,
  )
