import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import tar from 'tar-stream'
import { MANIFEST, type Manifest } from './manifest.ts'
import { takeBackup } from './take-backup.ts'

/** An entry of an archive, for tests to change. */
export type TestEntry = { name: string; type?: tar.Header['type']; linkname?: string; content?: Buffer }

/** Takes a backup into memory: what tests take is small. */
export async function backupOf(
  dataDir: string,
  options: Partial<Parameters<typeof takeBackup>[0]> = {},
): Promise<{ archive: Buffer; report: Awaited<ReturnType<typeof takeBackup>> }> {
  const workFolder = fs.mkdtempSync(path.join(path.dirname(dataDir), 'work-'))
  const file = path.join(workFolder, 'archive')
  const output = fs.createWriteStream(file)
  /* Whoever writes into it is told; one that is refused at once may have lost its folder before it was opened. */
  output.on('error', () => undefined)
  const report = await takeBackup({ dataDir, output, workFolder, program: '1.2.3', ...options })
  const archive = fs.readFileSync(file)
  fs.rmSync(workFolder, { recursive: true })
  return { archive, report }
}

export async function entriesOf(archive: Buffer): Promise<TestEntry[]> {
  const extract = tar.extract()
  extract.end(gunzipSync(archive))
  const entries: TestEntry[] = []
  for await (const entry of extract) {
    const { name, type } = entry.header
    entries.push({ name, type, content: await buffer(entry as unknown as Readable) })
  }
  return entries
}

/** The entries with another manifest. */
export function withManifest(entries: TestEntry[], edit: (manifest: Manifest) => unknown): TestEntry[] {
  return entries.map(entry =>
    entry.name === MANIFEST
      ? { ...entry, content: Buffer.from(JSON.stringify(edit(JSON.parse(String(entry.content))))) }
      : entry,
  )
}

export async function archiveOf(entries: TestEntry[]): Promise<Buffer> {
  const pack = tar.pack()
  for (const { name, type = 'file', linkname, content } of entries) {
    if (linkname === undefined) pack.entry({ name, type }, content ?? '')
    else pack.entry({ name, type, linkname })
  }
  pack.finalize()
  return gzipSync(await buffer(pack as unknown as Readable))
}

export const reading = (archive: Buffer) => Readable.from([archive])
