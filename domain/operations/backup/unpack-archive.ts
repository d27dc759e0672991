import { createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import tar from 'tar-stream'
import { ofFile } from '#db/file-fault.ts'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'
import { entryPlace } from './entry-place.ts'
import { type FileFacts, type Manifest, parseManifest } from './manifest.ts'
import { counted, measured } from './stream-steps.ts'

export type Unpacked = { manifest: Manifest; files: Map<string, FileFacts> }

type Entry = AsyncIterable<Buffer> & { header: tar.Header }

/* A newsroom of a million files has a manifest of 150 MB; a larger one is not genuine. */
const MAX_MANIFEST_BYTES = 512 * 1024 * 1024

/**
 * Unpacks an archive into a folder and gives its content, which is not compared with its manifest yet.
 * @throws ExpectedError `backup` when the archive is truncated, damaged or not one of Arab Press
 */
export async function unpackArchive(options: {
  input: Readable
  into: string
  /** Gets the number of bytes read with each piece of the archive. */
  onBytes?: (bytes: number) => void
  signal?: AbortSignal
}): Promise<Unpacked> {
  const { input, into, onBytes = () => {}, signal } = options
  const extract = tar.extract()
  const read = pipeline(input, counted(onBytes), zlib.createGunzip(), extract, { signal })
  /* The error is reported below, after any error of an entry. */
  read.catch(() => {})
  const files = new Map<string, FileFacts>()
  let manifest: Manifest | undefined
  try {
    for await (const entry of extract as AsyncIterable<Entry>) {
      const place = entryPlace({ name: entry.header.name, type: entry.header.type })
      if (place.kind === 'manifest') manifest = parseManifest(await textOf(entry))
      else if (place.kind === 'file') files.set(place.name, await keep(entry, path.join(into, place.name)))
      else await drain(entry)
    }
    await read
  } catch (error) {
    throw explain(
      error,
      await read.then(
        () => error,
        (cause: unknown) => cause,
      ),
    )
  }
  if (!manifest) throw new ExpectedError('backup.cutOff')
  return { manifest, files }
}

async function keep(entry: Entry, file: string): Promise<FileFacts> {
  await fs.mkdir(path.dirname(file), { recursive: true })
  const { through, facts } = measured()
  /* Files keep their mode, so that private ones stay private. */
  const mode = ((entry.header.mode ?? 0) & 0o777) | 0o600
  /* Never overwrites: an archive names each file once. */
  await pipeline(entry, through, createWriteStream(file, { flags: 'wx', mode, flush: true })).catch(error => {
    throw ofFile(error, file)
  })
  return facts()
}

async function textOf(entry: Entry): Promise<string> {
  const pieces: Buffer[] = []
  if ((entry.header.size ?? 0) > MAX_MANIFEST_BYTES) throw new ExpectedError('backup.damaged.manifestSize')
  for await (const piece of entry) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

async function drain(entry: Entry): Promise<void> {
  for await (const _ of entry) {
  }
}

/*
 * Translates the errors of the libraries for damaged archives. A truncated entry reports only that it ended; the error
 * of the whole stream has the reason. Other errors stay as they are.
 */
function explain(error: unknown, reading: unknown): unknown {
  if (isExpected(error, 'backup')) return error
  const { code } = error as NodeJS.ErrnoException
  if (code && ['EEXIST', 'ENOTDIR', 'EISDIR'].includes(code))
    return new ExpectedError('backup.damaged.namedTwice', {}, { cause: error })
  if (!(reading instanceof Error)) return error
  const fault = (reading as NodeJS.ErrnoException).code ?? ''
  if (fault === 'Z_BUF_ERROR' || reading.message === 'Unexpected end of data')
    return new ExpectedError('backup.cutOff', {}, { cause: reading })
  if (reading.message === 'incorrect header check')
    return new ExpectedError('backup.notOurs', {}, { cause: reading })
  if (fault.startsWith('Z_') || /^(Invalid|Header exceeds|Unable to)/.test(reading.message))
    return new ExpectedError('backup.damaged.packing', { reason: reading.message }, { cause: reading })
  return code === 'ERR_STREAM_PREMATURE_CLOSE' ? reading : error
}
