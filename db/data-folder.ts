import fs from 'node:fs'
import path from 'node:path'
import { type ErrorCode, type ErrorParameters, ExpectedError } from '#errors/expected-error.ts'
import { engine } from './engine.ts'

/**
 * Makes a folder and its parents, step by step. Node's recursive mkdir never returns where a file system answers "no
 * such folder" although the parent exists, as /proc does.
 */
export function makeFolder(dir: string): void {
  if (fs.existsSync(dir)) return
  const parent = path.dirname(dir)
  if (parent !== dir) makeFolder(parent)
  try {
    fs.mkdirSync(dir)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/**
 * Makes the data folder.
 * @throws ExpectedError 'database.unwritable'
 */
export function makeDataFolder(dataDir: string): void {
  refuseFile(dataDir)
  try {
    makeFolder(dataDir)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOTDIR')
      throw new ExpectedError('database.unwritable.folderInFile', { folder: dataDir }, { cause })
    const parent = nearestFolder(dataDir)
    throw new ExpectedError('database.unwritable.folderNotMade', { folder: dataDir, parent }, { cause })
  }
}

/**
 * Checks that everything in the data folder that the portal writes is writable.
 * @throws ExpectedError 'database.unwritable'
 */
export function checkDataFolder(dataDir: string): void {
  const database = path.join(dataDir, 'press.db')
  requireWritable(dataDir, 'database.unwritable.folder', { folder: dataDir })
  if (isFolder(database)) throw new ExpectedError('database.unwritable.fileIsFolder', { file: database })
  for (const file of [database, `${database}-wal`, `${database}-shm`])
    requireWritable(file, 'database.unwritable.file', { file })
  const media = path.join(dataDir, 'media')
  for (const folder of [
    media,
    ...['originals', 'renditions', 'videos'].map(name => path.join(media, name)),
  ]) {
    if (isFolder(folder) === false) throw new ExpectedError('database.unwritable.mediaIsFile', { folder })
    requireWritable(folder, 'database.unwritable.media', { folder })
  }
}

/** Whether there is a database to read: a file, or the one on the server, which opening brings up to date. */
export function hasDatabase(dataDir: string): boolean {
  return engine === 'postgres' || fs.existsSync(path.join(dataDir, 'press.db'))
}

/**
 * Refuses a data folder without a database. For commands that have nothing to do in an empty newsroom.
 * @throws ExpectedError 'database.missing', 'database.unwritable'
 */
export function requireDatabase(dataDir: string): void {
  refuseFile(dataDir)
  if (hasDatabase(dataDir)) return
  throw new ExpectedError('database.missing.inFolder', { folder: dataDir })
}

function refuseFile(dataDir: string): void {
  if (isFolder(dataDir) === false)
    throw new ExpectedError('database.unwritable.folderIsFile', { folder: dataDir })
}

/* Null when nothing exists at that path. */
function isFolder(file: string): boolean | null {
  return fs.existsSync(file) ? fs.statSync(file).isDirectory() : null
}

/* A missing file will be made. */
function requireWritable(file: string, code: ErrorCode, parameters: ErrorParameters): void {
  if (!fs.existsSync(file)) return
  try {
    fs.accessSync(file, fs.constants.W_OK)
  } catch (cause) {
    throw new ExpectedError(code, parameters, { cause })
  }
}

function nearestFolder(dir: string): string {
  const parent = path.dirname(dir)
  return parent === dir || fs.existsSync(parent) ? parent : nearestFolder(parent)
}
