import type { Readable } from 'node:stream'

/** Both ends included. */
type ByteRange = { start: number; end: number }

export type StoredMedia = {
  /** With forward slashes: `originals/0123456789abcdef0123.jpg`. */
  name: string
  bytes: number
  changedAt: Date
}

/**
 * Storage of the files of pictures and videos. All code that stores, reads, lists or removes one goes through this, so
 * that another place than a folder needs one more implementation, which media-store.testing.ts tests.
 */
export type MediaStore = {
  /**
   * Stores a file as a whole or not at all, replaces one with this name, and has made it durable when it returns. A
   * file of this machine that is given by its path is moved.
   */
  put: (name: string, content: Uint8Array | { path: string }) => Promise<void>
  /** Null when there is none. */
  stat: (name: string) => Promise<StoredMedia | null>
  /** The content or a range of it, as a stream that fails when there is no such file. */
  open: (name: string, range?: ByteRange) => Readable
  /** Runs work that needs a file of this machine. The work must not change it, and the file may be gone afterwards. */
  onDisk: <Result>(name: string, work: (path: string) => Promise<Result>) => Promise<Result>
  /** Every file whose name begins with that folder, except those that are still being stored. */
  list: (folder: string) => AsyncIterable<StoredMedia>
  /** Removes a file, if it is there. */
  remove: (name: string) => Promise<void>
}
