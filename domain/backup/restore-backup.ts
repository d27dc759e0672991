import type { Readable } from 'node:stream'
import { checkUnpacked } from './check-unpacked'
import type { ArchiveFacts } from './manifest'
import { restorePlace } from './restore-place'
import { unpackArchive } from './unpack-archive'

export type RestoreReport = ArchiveFacts & {
  dataDir: string
  files: number
  bytes: number
}

/**
 * Puts a newsroom back from an archive into a data folder that is empty or not there: whole, and only after everything
 * was found to be as it was saved.
 * @throws BackupError with a sentence that says what to do; nothing is left behind
 */
export async function restoreBackup(options: {
  input: Readable
  dataDir: string
  onBytes?: (bytes: number) => void
  signal?: AbortSignal
}): Promise<RestoreReport> {
  const { input, dataDir, onBytes, signal } = options
  const place = await restorePlace(dataDir)
  try {
    const unpacked = await unpackArchive({ input, into: place.folder, onBytes, signal })
    checkUnpacked(place.folder, unpacked)
    signal?.throwIfAborted()
    await place.settle()
    const { madeAt, program, migrations, rows, brokenReferences, files } = unpacked.manifest
    const all = Object.values(files)
    const bytes = all.reduce((sum, file) => sum + file.bytes, 0)
    const facts = { madeAt, program, migrations, rows, brokenReferences }
    return { dataDir, ...facts, files: all.length, bytes }
  } finally {
    await place.clear()
  }
}
