import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkDataFolder, makeDataFolder } from '#db/data-folder.ts'
import { filesBelow } from '#domain/media/files/files-below.ts'
import { folderStore } from '#domain/media/files/folder-store.ts'
import { MEDIA, mediaStore } from '#domain/media/files/media-store.ts'
import type { MediaStore } from '#domain/media/files/store-contract.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { DATABASE } from './manifest.ts'
import type { RestorePlace } from './restore-place.ts'

/**
 * A folder inside the data folder, whose files move to their places there when the database on a server is filled.
 * Existing files stay when they are the same: where only the server was lost, all pictures are still there.
 * @throws ExpectedError `database.unwritable` when the data folder cannot be written
 */
export async function mergePlace(dataDir: string): Promise<RestorePlace> {
  makeDataFolder(dataDir)
  checkDataFolder(dataDir)
  const folder = await fs.promises.mkdtemp(path.join(dataDir, '.restore-'))
  return {
    folder,
    commit: () => merge(folder, dataDir),
    clear: () => fs.promises.rm(folder, { recursive: true, force: true }),
  }
}

type Target = { store: MediaStore; name: string }

async function merge(folder: string, dataDir: string): Promise<void> {
  const targets = placesIn(dataDir)
  const missing: { path: string; target: Target }[] = []
  for await (const { name, path, bytes } of filesBelow(folder, each => each === DATABASE)) {
    const target = targets(name)
    const there = await target.store.stat(target.name)
    if (!there) missing.push({ path, target })
    else if (there.bytes !== bytes || !(await isSame(path, target)))
      throw new ExpectedError('backup.fileDiffers', { name })
  }
  const put: Target[] = []
  try {
    for (const { path, target } of missing) {
      await target.store.put(target.name, { path })
      put.push(target)
    }
  } catch (error) {
    for (const { store, name } of put) await store.remove(name)
    throw error
  }
}

/* Media go to the media store, everything else into the data folder. */
function placesIn(dataDir: string): (name: string) => Target {
  const [media, folder] = [mediaStore(dataDir), folderStore(dataDir)]
  return name =>
    name.startsWith(`${MEDIA}/`)
      ? { store: media, name: name.slice(MEDIA.length + 1) }
      : { store: folder, name }
}

async function isSame(path: string, { store, name }: Target): Promise<boolean> {
  return (await hashOf(fs.createReadStream(path))) === (await hashOf(store.open(name)))
}

async function hashOf(content: Readable): Promise<string> {
  const hash = crypto.createHash('sha256')
  await pipeline(content, hash)
  return hash.digest('hex')
}
