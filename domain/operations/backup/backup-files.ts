import fs from 'node:fs'
import type { Readable } from 'node:stream'
import { MARK } from '#domain/distribution/newsletter/placing.ts'
import { outboxFolder } from '#domain/distribution/newsletter/transport/outbox-transport.ts'
import { filesBelow } from '#domain/media/files/files-below.ts'
import { MEDIA, mediaStore } from '#domain/media/files/media-store.ts'
import { MEDIA_FOLDERS } from '#domain/media/files/stored-file.ts'
import { DATABASE } from './manifest.ts'

export type BackupFile = {
  /** Relative to the data folder, with forward slashes. */
  name: string
  bytes: number
  changedAt: Date
  mode: number
  /** Opens the first bytes of the file. */
  open: (bytes: number) => Readable
}

/*
 * Everything is backed up except files that are known to be useless, so that files of a later version are not
 * forgotten. The database is copied separately; renditions are made again on request.
 */
const LEFT_OUT = [
  new RegExp(`^${DATABASE}(-wal|-shm|-journal)?$`),
  /* These come from the media store. */
  new RegExp(`^${MEDIA}/(originals|videos|audio|files|renditions)$`),
  /\.tmp$/,
  /* The state of Litestream, which belongs to this very file. */
  new RegExp(`^\\.${DATABASE}-litestream$`),
  /* Mails to readers, which would be restored after they have left. */
  new RegExp(`^${outboxFolder('')}$`),
  /* It tells this database from its copies. */
  new RegExp(`^${MARK}$`),
  /* Remains of a killed backup or restoration, and a folder of the file system itself. */
  /^(press-backup-\w+|\.restore-\w+|lost\+found)$/,
]
const FOR_EVERYBODY = 0o644

/** The files of a newsroom that a backup holds besides the database, by name. */
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
  for (const folder of Object.values(MEDIA_FOLDERS)) {
    for await (const { name, bytes, changedAt } of media.list(folder)) {
      const open = (length: number) => media.open(name, { start: 0, end: length - 1 })
      found.push({ name: `${MEDIA}/${name}`, bytes, changedAt, mode: FOR_EVERYBODY, open })
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const isLeftOut = (name: string) => LEFT_OUT.some(pattern => pattern.test(name))
