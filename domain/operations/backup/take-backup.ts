import fs from 'node:fs'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { engine } from '#db/engine.ts'
import { allMediaFiles } from '#db/queries/media-files.ts'
import { openStoredDatabase, type StoredDatabase, takeSnapshot } from '#db/sqlite/sqlite-snapshot.ts'
import { MEDIA } from '#domain/media/files/media-store.ts'
import { storedFile } from '#domain/media/files/stored-file.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { ArchiveWriter, PIECE_BYTES } from './archive-writer.ts'
import { type BackupFile, backupFiles } from './backup-files.ts'
import { copyFromServer } from './copy-from-server.ts'
import { type ArchiveFacts, DATA, DATABASE, type FileFacts, MANIFEST, newManifest } from './manifest.ts'

export type BackupReport = ArchiveFacts & {
  files: number
  /** Of the files, before compression. */
  bytes: number
  archiveBytes: number
  /** Files that the database refers to and this newsroom does not have. */
  missing: string[]
}

export type BackupStep = 'database' | 'files'

/**
 * Writes the whole newsroom into `output` as one archive while the portal runs. It has everything that was acknowledged
 * before the call.
 * @throws ExpectedError of the kinds `backup` and `database`
 */
export async function takeBackup(options: {
  dataDir: string
  output: Writable
  /** A folder with room for a copy of the database, which the caller removes. */
  workFolder: string
  program: string
  progress?: (step: BackupStep, done: number, total: number) => void
  signal?: AbortSignal
}): Promise<BackupReport> {
  const { dataDir, output, workFolder, program, progress = () => {}, signal } = options
  const madeAt = new Date().toISOString()
  const snapshot = path.join(workFolder, DATABASE)
  const copy = engine === 'sqlite' ? takeSnapshot : copyFromServer
  await copy({ dataDir, to: snapshot, signal, progress: (...step) => progress('database', ...step) })
  const stored = openStoredDatabase(snapshot)
  try {
    refuseDamaged(stored)
    /*
     * Files are listed after the database is copied: a file reaches the disk before its row and is never removed, so
     * every file that the copy refers to is there by now. In the other order, a new picture could be referred to and
     * missing.
     */
    const kept = await backupFiles(dataDir)
    const writer = new ArchiveWriter(output, signal)
    const files = await addAll(writer, [databaseIn(snapshot), ...kept], (...step) =>
      progress('files', ...step),
    )
    const facts: ArchiveFacts = {
      ...{ madeAt, program },
      migrations: stored.migrations(),
      rows: stored.rowCounts(),
      brokenReferences: stored.brokenReferences(),
    }
    /*
     * The manifest comes last, so that each file is read once, and an archive without a manifest is known to be
     * truncated.
     */
    writer.addText(MANIFEST, `${JSON.stringify(newManifest({ ...facts, files }), null, 1)}\n`)
    await writer.finish()
    const all = Object.values(files)
    const bytes = all.reduce((sum, file) => sum + file.bytes, 0)
    const missing = await missingFiles(stored, files)
    return { ...facts, files: all.length, bytes, archiveBytes: writer.bytes, missing }
  } finally {
    stored.close()
  }
}

function databaseIn(file: string): BackupFile {
  const { size: bytes, mtime: changedAt, mode } = fs.statSync(file)
  const open = (length: number) => fs.createReadStream(file, { end: length - 1, highWaterMark: PIECE_BYTES })
  return { name: DATABASE, bytes, changedAt, mode, open }
}

/* An archive that cannot be restored is no backup, and would displace good ones when old backups are deleted. */
function refuseDamaged(stored: StoredDatabase): void {
  const [damage] = stored.damage()
  if (damage === undefined) return
  throw new ExpectedError('backup.databaseDamaged', { damage })
}

async function addAll(
  writer: ArchiveWriter,
  kept: BackupFile[],
  progress: (done: number, total: number) => void,
): Promise<Record<string, FileFacts>> {
  const files: Record<string, FileFacts> = {}
  const total = kept.reduce((sum, file) => sum + file.bytes, 0)
  let done = 0
  for (const file of kept) {
    files[file.name] = await writer.addFile(DATA + file.name, file, bytes => {
      done += bytes
      progress(done, total)
    })
  }
  return files
}

async function missingFiles(stored: StoredDatabase, files: Record<string, FileFacts>): Promise<string[]> {
  const missing: string[] = []
  for await (const row of allMediaFiles(stored.db)) {
    const name = `${MEDIA}/${storedFile(row)}`
    if (!Object.hasOwn(files, name)) missing.push(name)
  }
  return missing
}
