import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import tar from 'tar-stream'
import { MANIFEST, type Manifest } from './manifest.ts'
import { takeBackup } from './take-backup.ts'

/** An entry of an archive, which tests change. */
export type TestEntry = { name: string; type?: tar.Header['type']; linkname?: string; content?: Buffer }

/** Takes a backup into memory: those of tests are small. */
export async function backupOf(
  dataDir: string,
  options: Partial<Parameters<typeof takeBackup>[0]> = {},
): Promise<{ archive: Buffer; report: Awaited<ReturnType<typeof takeBackup>> }> {
  const workFolder = fs.mkdtempSync(path.join(path.dirname(dataDir), 'work-'))
  const file = path.join(workFolder, 'archive')
  const output = fs.createWriteStream(file)
  /* Writers get the error. The folder of a backup that is refused at once may be gone before the file is opened. */
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

/** The entries with a changed manifest. */
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
