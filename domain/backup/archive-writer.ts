import fs from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import tar from 'tar-stream'
import { BackupError } from './backup-error'
import type { FileFacts } from './manifest'
import { counted, measured } from './passage'

/* Pictures and videos are packed already; of the database, level 6 would save a tenth more and take twice the time. */
const GZIP_LEVEL = 4
const PIECE_BYTES = 256 * 1024

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
   * Adds a file as it is now and says what was added, hashed as it passed: the manifest tells what is in the archive,
   * not what was seen at another time.
   * @throws BackupError when the file becomes shorter meanwhile
   */
  async addFile(name: string, path: string, onBytes: (bytes: number) => void): Promise<FileFacts> {
    const handle = await fs.open(path)
    try {
      const { size, mtime, mode } = await handle.stat()
      /* To the end that it has now: a file that grows would not fit into its entry. */
      const source =
        size > 0
          ? handle.createReadStream({ end: size - 1, highWaterMark: PIECE_BYTES, autoClose: false })
          : Readable.from([])
      const { through, facts } = measured(onBytes)
      const whole = async function* (pieces: AsyncIterable<Buffer>) {
        yield* through(pieces)
        if (facts().bytes < size)
          throw new BackupError(`${path} became shorter while it was read. Nothing was kept; try again.`)
      }
      const entry = this.pack.entry({ name, size, mtime, mode: mode & 0o777 })
      const filled = pipeline(source, whole, entry, { signal: this.signal })
      /* When the archive cannot be written any more, the entry would wait for ever. */
      await Promise.race([filled, this.sent.then(() => filled)])
      return facts()
    } finally {
      await handle.close()
    }
  }

  addText(name: string, text: string): void {
    this.pack.entry({ name, mode: 0o644 }, text)
  }

  async finish(): Promise<void> {
    this.pack.finalize()
    await this.sent
  }
}
