/* For tests: a disk of a few megabytes that can be filled. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type SmallDisk = {
  folder: string
  /** Fills the disk up to at most this many free bytes. */
  fill: (roomBytes?: number) => void
  /** Frees the space again. */
  clear: () => void
  remove: () => void
}

/** Mounts a small disk in memory, which needs the superuser; otherwise tells why there is none. */
export function makeSmallDisk(megabytes: number): SmallDisk | { missing: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-small-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]
  const { status, stderr, error } = spawnSync('mount', options, { encoding: 'utf8' })
  if (status !== 0) {
    fs.rmdirSync(folder)
    return { missing: `No small disk can be mounted: ${error?.message ?? stderr.trim()}` }
  }
  const ballast = path.join(folder, 'ballast')
  return {
    folder,
    fill: (roomBytes = 0) => fillBut(ballast, roomBytes),
    clear: () => fs.rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder])
      fs.rmdirSync(folder)
    },
  }
}

function fillBut(ballast: string, roomBytes: number): void {
  const { bavail, bsize } = fs.statfsSync(path.dirname(ballast))
  const handle = fs.openSync(ballast, 'a')
  try {
    for (let left = bavail * bsize - roomBytes; left >= bsize; left -= bsize)
      fs.writeSync(handle, Buffer.alloc(bsize, 1))
  } finally {
    fs.closeSync(handle)
  }
}
