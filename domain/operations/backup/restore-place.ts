import fs from 'node:fs/promises'
import path from 'node:path'
import { makeFolder } from '#db/data-folder.ts'
import { syncFolder } from '#domain/media/files/write-atomically.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { DATABASE } from './manifest.ts'

/** The folder in which a restoration assembles a newsroom, with the step that moves it to its place. */
export type RestorePlace = {
  folder: string
  /** Moves the assembled files to their place. */
  commit: () => Promise<void>
  /** Removes whatever was not moved. */
  clear: () => Promise<void>
}

/**
 * A folder on the same disk as the data folder. Where that does not exist yet, it lies beside it and moves as a whole.
 * Where it exists and is empty, it lies inside: a volume cannot be replaced, the parent may be another disk or not
 * writable, and an administrator who made the folder has chosen its owner.
 * @throws ExpectedError `backup` when the data folder is not empty
 */
export async function restorePlace(dataDir: string): Promise<RestorePlace> {
  const exists = await refuseFull(dataDir)
  if (!exists) makeFolder(path.dirname(dataDir))
  const folder = await fs.mkdtemp(exists ? path.join(dataDir, BEGUN) : `${dataDir}${BEGUN}`)
  return {
    folder,
    commit: exists ? () => moveUp(folder, dataDir) : () => moveWhole(folder, dataDir),
    clear: () => fs.rm(folder, { recursive: true, force: true }),
  }
}

const BEGUN = '.restore-'

async function refuseFull(dataDir: string): Promise<boolean> {
  const names = await entriesOf(dataDir)
  const there = names?.filter(isOfNewsroom) ?? []
  const name = there.find(each => !each.startsWith(BEGUN)) ?? there[0]
  if (name?.startsWith(BEGUN)) {
    throw new ExpectedError('backup.restorationBegun', { folder: path.join(dataDir, name) })
  }
  if (name !== undefined) {
    throw new ExpectedError('backup.folderNotEmpty', { folder: dataDir, name })
  }
  return names !== null
}

const isOfNewsroom = (name: string) => name !== 'lost+found'

async function entriesOf(dataDir: string): Promise<string[] | null> {
  return fs.readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

async function moveWhole(folder: string, dataDir: string): Promise<void> {
  await refuseFull(dataDir)
  await syncFolder(folder)
  /* mkdtemp gives access to the owner alone; the data folder gets the mode of any folder that the portal makes. */
  await fs.chmod(folder, 0o777 & ~process.umask())
  await fs.rename(folder, dataDir)
  await syncFolder(path.dirname(dataDir))
}

/* The database moves last: there is no newsroom before it. */
async function moveUp(folder: string, dataDir: string): Promise<void> {
  const others = (await fs.readdir(dataDir)).filter(isOfNewsroom)
  if (others.length > 1) {
    throw new ExpectedError('backup.folderFilledMeanwhile', { folder: dataDir })
  }
  const names = (await fs.readdir(folder)).filter(name => name !== DATABASE)
  for (const name of [...names, DATABASE]) await fs.rename(path.join(folder, name), path.join(dataDir, name))
  await syncFolder(dataDir)
}
