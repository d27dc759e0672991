import fs from 'node:fs'
import path from 'node:path'
import type { FolderCheck } from './check.ts'

const MB = 1024 * 1024
/* An evening of a busy newsroom with videos. Below 64 MB the portal itself reports that it is not ready. */
const LEAST_FREE_BYTES = 256 * MB
const LEAST_FREE_FILES = 2000

/** Checks that there is room to continue writing. */
export const diskSpace: FolderCheck = {
  name: 'disk space',
  async examine({ dataDir }) {
    const { bavail, bsize, files, ffree } = await fs.promises.statfs(dataDir)
    const freeBytes = bavail * bsize
    const databaseBytes = fs.statSync(path.join(dataDir, 'press.db'), { throwIfNoEntry: false })?.size ?? 0
    if (freeBytes < LEAST_FREE_BYTES) {
      const what = `The disk of ${dataDir} has ${Math.floor(freeBytes / MB)} MB left. When it is full, nothing can be saved or published.`
      return [{ level: 'problem', what, todo: 'Make room on it, or move the data folder to a larger disk.' }]
    }
    /* Some file systems allocate inodes as needed, and report 0. */
    if (files > 0 && ffree < LEAST_FREE_FILES) {
      const what = `The disk of ${dataDir} can take ${ffree} more files, however much room there is.`
      return [
        {
          level: 'problem',
          what,
          todo: 'Remove files from it, or make its file system anew with more inodes.',
        },
      ]
    }
    if (freeBytes > databaseBytes) return []
    const what = `The disk of ${dataDir} has no room for a second copy of the database, which an upgrade may need.`
    return [{ level: 'note', what, todo: 'Make room before the next upgrade.' }]
  },
}
