import crypto from 'node:crypto'
import type { FileFacts } from './manifest.ts'

type Pieces = AsyncIterable<Buffer>

/** A pipeline step that counts the bytes that pass, and leaves them unchanged. */
export function counted(onBytes: (bytes: number) => void) {
  return async function* (pieces: Pieces): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      onBytes(piece.length)
      yield piece
    }
  }
}

/** The same for a file: afterwards `facts` gives its size and hash. */
export function measured(onBytes: (bytes: number) => void = () => {}): {
  through: (pieces: Pieces) => AsyncGenerator<Buffer>
  facts: () => FileFacts
} {
  const hash = crypto.createHash('sha256')
  let bytes = 0
  return {
    through: async function* (pieces) {
      for await (const piece of pieces) {
        hash.update(piece)
        bytes += piece.length
        onBytes(piece.length)
        yield piece
      }
    },
    facts: () => ({ bytes, sha256: hash.copy().digest('hex') }),
  }
}
