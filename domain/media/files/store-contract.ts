import type { Readable } from 'node:stream'

/** Both ends included. */
export type ByteRange = { start: number; end: number }

export type StoredMedia = {
  /** With forward slashes: `originals/0123456789abcdef0123.jpg`. */
  name: string
  bytes: number
  changedAt: Date
}

/**
 * Where the files of pictures and videos are kept. Whoever puts, reads, lists or removes one does so through this, so that
 * another place than a folder needs one more implementation, which media-store.testing.ts tries.
 */
export type MediaStore = {
  /**
   * Keeps a file: whole or not at all, in the place of one with this name, and for good once this returns. A file of this
   * machine that is given by its path is taken over and is gone from there.
   */
  put: (name: string, content: Uint8Array | { path: string }) => Promise<void>
  /** Null when there is none. */
  stat: (name: string) => Promise<StoredMedia | null>
  /** Its content, or a part of it, as it is needed; the stream fails when there is none. */
  open: (name: string, range?: ByteRange) => Readable
  /** Runs work that wants a file of this machine, which it must not change, and which may be gone afterwards. */
  onDisk: <Result>(name: string, work: (path: string) => Promise<Result>) => Promise<Result>
  /** Everything whose name begins with that folder, but what is still being put. */
  list: (folder: string) => AsyncIterable<StoredMedia>
  /** Takes a file away, if it is there. */
  remove: (name: string) => Promise<void>
}
