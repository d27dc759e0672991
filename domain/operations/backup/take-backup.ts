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
  /** Of the files, before they were packed. */
  bytes: number
  archiveBytes: number
  /** Files that the database names and this newsroom does not have. */
  missing: string[]
}

export type BackupStep = 'database' | 'files'

/**
 * Writes the whole newsroom into `output` as one archive, while the portal goes on. Everything that was acknowledged
 * before is in it.
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
     * Looked for only now: a file reaches the disk before a row names it, and is never taken away, so whatever the
     * copy of the database names is there by now. The other way round, a picture that came in between would be named
     * and missing.
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
    /* At the end, so that each file is read once, and an archive that was cut off is known by not having it. */
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

/* What could not be put back is no backup, and would push the good ones out of the drawer. */
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
