import path from 'node:path'
import type { Readable } from 'node:stream'
import { engine } from '#db/engine.ts'
import { openSqlite } from '#db/sqlite/open-sqlite.ts'
import type { Tx } from '#db/write.ts'
import { holdCopyIn } from '#domain/distribution/newsletter/holding.ts'
import { checkUnpacked } from './check-unpacked.ts'
import { loadIntoServer, openEmptyServer } from './load-into-server.ts'
import { type ArchiveFacts, DATABASE } from './manifest.ts'
import { mergePlace } from './merge-place.ts'
import { type RestorePlace, restorePlace } from './restore-place.ts'
import { type Unpacked, unpackArchive } from './unpack-archive.ts'

export type RestoreReport = ArchiveFacts & {
  dataDir: string
  /** Where the database is: a file, or a server. */
  database: string
  files: number
  bytes: number
  /** The newsletter sends nothing until a person lets it: it cannot know who left after the backup was made. */
  isSendingHeld: boolean
}

export type RestoreStep = 'archive' | 'database'

type Options = {
  input: Readable
  dataDir: string
  /** Counts bytes of the archive; the total may be unknown. */
  progress?: (step: RestoreStep, done: number, total: number | null) => void
  signal?: AbortSignal
}

/**
 * Restores a newsroom from an archive into a data folder that is empty or missing or, with DATABASE_URL, into an empty
 * database and the folder beside it. Everything is checked against the manifest before any of it counts.
 * @throws ExpectedError `backup`; nothing is left behind
 */
export async function restoreBackup(options: Options): Promise<RestoreReport> {
  return engine === 'sqlite' ? restoreFile(options) : restoreServer(options)
}

async function restoreFile(options: Options): Promise<RestoreReport> {
  const { dataDir, signal } = options
  const place = await restorePlace(dataDir)
  try {
    const unpacked = await unpacking(options, place)
    const isSendingHeld = await holdInFile(place.folder, unpacked)
    signal?.throwIfAborted()
    await place.commit()
    return { ...report(unpacked, dataDir, path.join(dataDir, DATABASE)), isSendingHeld }
  } finally {
    await place.clear()
  }
}

/* A newsroom without a newsletter stays exactly as it was saved; it may be older than these tables. */
const OF_NEWSLETTERS = ['subscribers', 'editions', 'suppressions', 'newsletter_requests']

async function holdInFile(folder: string, { manifest }: Unpacked): Promise<boolean> {
  if (!OF_NEWSLETTERS.some(table => manifest.rows[table])) return false
  const restored = openSqlite(folder)
  try {
    return await restored.transact(db => holdCopyIn(db as Tx, 'restored'))
  } finally {
    await restored.close()
  }
}

async function restoreServer(options: Options): Promise<RestoreReport> {
  const { dataDir, signal, progress = () => {} } = options
  const server = await openEmptyServer(dataDir)
  try {
    const place = await mergePlace(dataDir)
    try {
      const unpacked = await unpacking(options, place)
      const isSendingHeld = await loadIntoServer({
        ...{ server, signal, commit: place.commit },
        file: path.join(place.folder, DATABASE),
        progress: (done, total) => progress('database', done, total),
      })
      return { ...report(unpacked, dataDir, server.name), isSendingHeld }
    } finally {
      await place.clear()
    }
  } finally {
    await server.close()
  }
}

async function unpacking(
  { input, signal, progress = () => {} }: Options,
  { folder }: RestorePlace,
): Promise<Unpacked> {
  let read = 0
  const onBytes = (bytes: number) => {
    read += bytes
    progress('archive', read, null)
  }
  const unpacked = await unpackArchive({ input, into: folder, onBytes, signal })
  checkUnpacked(folder, unpacked)
  return unpacked
}

function report(
  { manifest }: Unpacked,
  dataDir: string,
  database: string,
): Omit<RestoreReport, 'isSendingHeld'> {
  const { madeAt, program, migrations, rows, brokenReferences, files } = manifest
  const all = Object.values(files)
  const bytes = all.reduce((sum, file) => sum + file.bytes, 0)
  const facts = { madeAt, program, migrations, rows, brokenReferences }
  return { dataDir, database, ...facts, files: all.length, bytes }
}
