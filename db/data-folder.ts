import fs from 'node:fs'
import path from 'node:path'
import { engine } from './engine.ts'
import { DatabaseError } from './errors.ts'

/**
 * Makes a folder and those above it, step by step. Node's recursive mkdir never returns where a file system answers
 * "no such folder" although the parent is there, as /proc does.
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
 * @throws DatabaseError 'unwritable'
 */
export function makeDataFolder(dataDir: string): void {
  refuseFile(dataDir)
  try {
    makeFolder(dataDir)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const reason =
      code === 'ENOTDIR'
        ? 'a part of its path is a file'
        : `give this user write permission to ${nearestFolder(dataDir)}`
    throw unwritable(
      `The data folder ${dataDir} cannot be made: ${reason}, or name another folder in PRESS_DATA.`,
      cause,
    )
  }
}

/**
 * Looks whether everything in the data folder can be written that will have to be.
 * @throws DatabaseError 'unwritable'
 */
export function checkDataFolder(dataDir: string): void {
  const database = path.join(dataDir, 'press.db')
  requireWritable(
    dataDir,
    `The data folder ${dataDir} cannot be written. Give this user write permission, or name another folder in PRESS_DATA.`,
  )
  if (isFolder(database))
    throw unwritable(`${database} is a folder, where the database should be. Move it aside.`)
  for (const file of [database, `${database}-wal`, `${database}-shm`]) {
    requireWritable(file, `The database file ${file} cannot be written by this user. ${HAND_OVER}`)
  }
  const media = path.join(dataDir, 'media')
  for (const folder of [
    media,
    ...['originals', 'renditions', 'videos'].map(name => path.join(media, name)),
  ]) {
    if (isFolder(folder) === false)
      throw unwritable(
        `${folder} is not a folder, but pictures and videos are kept there. Move that file aside.`,
      )
    requireWritable(
      folder,
      `The folder ${folder} cannot be written, but pictures and videos are kept there. ${HAND_OVER}`,
    )
  }
}

/** Whether there is a database to look into: a file, or else the one on the server, which opening brings up to date. */
export function hasDatabase(dataDir: string): boolean {
  return engine === 'postgres' || fs.existsSync(path.join(dataDir, 'press.db'))
}

/**
 * Refuses a data folder without a database, for what has nothing to do in an empty newsroom.
 * @throws DatabaseError 'missing'
 */
export function requireDatabase(dataDir: string): void {
  refuseFile(dataDir)
  if (hasDatabase(dataDir)) return
  throw new DatabaseError(
    'missing',
    `There is no newsroom in ${dataDir}: it has no press.db. Name its data folder in PRESS_DATA.`,
  )
}

function refuseFile(dataDir: string): void {
  if (isFolder(dataDir) === false)
    throw unwritable(
      `The data folder ${dataDir} is not a folder. Name a folder in PRESS_DATA, or move that file aside.`,
    )
}

const HAND_OVER = 'Give it to the user who runs the portal (chown), or give that user write permission.'

/* Null: nothing is there. */
function isFolder(file: string): boolean | null {
  return fs.existsSync(file) ? fs.statSync(file).isDirectory() : null
}

/* What is not there yet will be made. */
function requireWritable(file: string, message: string): void {
  if (!fs.existsSync(file)) return
  try {
    fs.accessSync(file, fs.constants.W_OK)
  } catch (cause) {
    throw unwritable(message, cause)
  }
}

function nearestFolder(dir: string): string {
  const parent = path.dirname(dir)
  return parent === dir || fs.existsSync(parent) ? parent : nearestFolder(parent)
}

const unwritable = (message: string, cause?: unknown) =>
  new DatabaseError('unwritable', message, cause === undefined ? undefined : { cause })
