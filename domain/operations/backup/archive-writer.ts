import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import tar from 'tar-stream'
import { ExpectedError } from '#errors/expected-error.ts'
import type { BackupFile } from './backup-files.ts'
import type { FileFacts } from './manifest.ts'
import { counted, measured } from './stream-steps.ts'

/* Pictures and videos are packed already; of the database, level 6 would save a tenth more and take twice the time. */
const GZIP_LEVEL = 4
/** How much is read at once of what is large. */
export const PIECE_BYTES = 256 * 1024

/** Writes a compressed tar file, entry after entry, and never holds more of one than a piece. */
export class ArchiveWriter {
  private readonly pack = tar.pack()
  private readonly sent: Promise<void>
  /** Of the archive, so far. */
  bytes = 0

  constructor(
    output: Writable,
    private readonly signal?: AbortSignal,
  ) {
    const gzip = zlib.createGzip({ level: GZIP_LEVEL, chunkSize: PIECE_BYTES })
    const count = counted(bytes => {
      this.bytes += bytes
    })
    const end = output !== process.stdout
    this.sent = pipeline(this.pack, gzip, count, output, { signal, end })
    /* Whoever adds or finishes is told. */
    this.sent.catch(() => {})
  }

  /**
   * Adds a file and says what was added, hashed as it passed: the manifest tells what is in the archive, not what was seen
   * at another time. Of a file that grows, what it had when it was listed.
   * @throws ExpectedError `backup.fileShrank` when the file became shorter meanwhile
   */
  async addFile(
    name: string,
    { bytes, changedAt, mode, open }: Omit<BackupFile, 'name'>,
    onBytes: (bytes: number) => void,
  ): Promise<FileFacts> {
    const source = bytes > 0 ? open(bytes) : Readable.from([])
    const { through, facts } = measured(onBytes)
    const whole = async function* (pieces: AsyncIterable<Buffer>) {
      yield* through(pieces)
      if (facts().bytes < bytes) throw new ExpectedError('backup.fileShrank', { name })
    }
    const entry = this.pack.entry({ name, size: bytes, mtime: changedAt, mode: mode & 0o777 })
    const filled = pipeline(source, whole, entry, { signal: this.signal })
    /* When the archive cannot be written any more, the entry would wait for ever. */
    await Promise.race([filled, this.sent.then(() => filled)])
    return facts()
  }

  addText(name: string, text: string): void {
    this.pack.entry({ name, mode: 0o644 }, text)
  }

  async finish(): Promise<void> {
    this.pack.finalize()
    await this.sent
  }
}
