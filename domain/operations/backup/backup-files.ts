import fs from 'node:fs'
import type { Readable } from 'node:stream'
import { filesBelow } from '#domain/media/files/files-below.ts'
import { MEDIA, mediaStore } from '#domain/media/files/media-store.ts'
import { DATABASE } from './manifest.ts'

export type BackupFile = {
  /** What it is called in the data folder, with forward slashes. */
  name: string
  bytes: number
  changedAt: Date
  mode: number
  /** So many of its bytes, from the beginning. */
  open: (bytes: number) => Readable
}

/*
 * Everything is kept that is not known to be useless, so that what a later version puts into the data folder is not
 * forgotten. The database is copied by other means; renditions are made again when they are asked for.
 */
const LEFT_OUT = [
  new RegExp(`^${DATABASE}(-wal|-shm|-journal)?$`),
  /* They come from where the media are kept. */
  new RegExp(`^${MEDIA}/(originals|videos|renditions)$`),
  /\.tmp$/,
  /* What Litestream remembers of this very file. */
  new RegExp(`^\\.${DATABASE}-litestream$`),
  /* What a backup or a restoration that was killed left there; what a file system keeps for itself. */
  /^(press-backup-\w+|\.restore-\w+|lost\+found)$/,
]
const FOR_EVERYBODY = 0o644

/** The files of a newsroom that a backup holds beside the database, by name. */
export async function backupFiles(dataDir: string): Promise<BackupFile[]> {
  const found: BackupFile[] = []
  for await (const { name, path, bytes, changedAt } of filesBelow(dataDir, isLeftOut)) {
    const { mode } = await fs.promises.stat(path)
    found.push({
      name,
      bytes,
      changedAt,
      mode,
      open: length => fs.createReadStream(path, { end: length - 1 }),
    })
  }
  const media = mediaStore(dataDir)
  for (const folder of ['originals', 'videos']) {
    for await (const { name, bytes, changedAt } of media.list(folder)) {
      const open = (length: number) => media.open(name, { start: 0, end: length - 1 })
      found.push({ name: `${MEDIA}/${name}`, bytes, changedAt, mode: FOR_EVERYBODY, open })
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const isLeftOut = (name: string) => LEFT_OUT.some(pattern => pattern.test(name))
