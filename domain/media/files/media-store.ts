import { join } from 'node:path'
import { folderStore } from './folder-store.ts'
import type { MediaStore } from './store-contract.ts'

/** The newsroom's media. */
export function mediaStore(dataDir: string): MediaStore {
  return folderStore(join(dataDir, MEDIA))
}

/** The name of the media folder in a data folder and in a backup. */
export const MEDIA = 'media'
