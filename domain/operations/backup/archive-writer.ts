import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import tar from 'tar-stream'
import { ExpectedError } from '#errors/expected-error.ts'
import type { BackupFile } from './backup-files.ts'
import type { FileFacts } from './manifest.ts'
import { counted, measured } from './stream-steps.ts'

/*
 * Pictures and videos are compressed already. For the database, level 6 would save a tenth more and take twice the
 * time.
 */
const GZIP_LEVEL = 4
/** The size of the pieces in which large files are read. */
export const PIECE_BYTES = 256 * 1024

/** Writes a compressed tar file, entry by entry, and never holds more than a piece of one. */
export class ArchiveWriter {
  private readonly pack = tar.pack()
  private readonly sent: Promise<void>
  /** Bytes of the archive so far. */
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
    /* `addFile` and `finish` report the error. */
    this.sent.catch(() => {})
  }

  /**
   * Adds a file and gives its size and hash, measured while it passes: the manifest describes the content of the
   * archive, not what was on the disk at another time. A file that grows is added up to its listed size.
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
    /* When the archive can no longer be written, the entry would wait for ever. */
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
