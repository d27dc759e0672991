import { createHash } from 'node:crypto'
import type { MediaStore, StoredMedia } from '#domain/media/files/store-contract.ts'

/*
 * 256 folders of this many files take a gigabyte and a half at most. The images of old stories are requested by
 * machines only, and are rendered again in a moment.
 */
const FILES_IN_FOLDER = 64

/** The name of a share image among the media. It lies beside the renditions because it can be made again like them. */
export function shareImageFile(stem: string, fileName: string): string {
  return `${folderOf(stem)}/${fileName}`
}

/** Stores a share image, and removes the version that it replaces and the oldest ones beyond the limit. */
export async function storeShareImage(
  media: MediaStore,
  stem: string,
  fileName: string,
  content: Buffer,
): Promise<void> {
  await media.put(shareImageFile(stem, fileName), content)
  await removeVersions(media, stem, fileName)
  await forgetOldest(media, folderOf(stem))
}

/** Removes the versions of a share image, except one if it is named. */
export async function removeVersions(media: MediaStore, stem: string, except?: string): Promise<void> {
  const start = shareImageFile(stem, `${stem}-`)
  const kept = except && shareImageFile(stem, except)
  for (const { name } of await filesIn(media, folderOf(stem)))
    if (name.startsWith(start) && name !== kept) await media.remove(name)
}

async function forgetOldest(media: MediaStore, folder: string): Promise<void> {
  const files = await filesIn(media, folder)
  const aged = files.sort((one, other) => one.changedAt.getTime() - other.changedAt.getTime())
  for (const { name } of aged.slice(0, Math.max(0, files.length - FILES_IN_FOLDER))) await media.remove(name)
}

function folderOf(stem: string): string {
  return `renditions/share/${createHash('sha256').update(stem).digest('hex').slice(0, 2)}`
}

async function filesIn(media: MediaStore, folder: string): Promise<StoredMedia[]> {
  const files: StoredMedia[] = []
  for await (const file of media.list(folder)) files.push(file)
  return files
}
