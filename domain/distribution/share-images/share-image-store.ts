import { createHash } from 'node:crypto'
import type { MediaStore, StoredMedia } from '#domain/media/files/store-contract.ts'

/*
 * 256 folders of so many files: some gigabyte and a half at most. Those of old stories are asked for again by nobody
 * but machines, and are drawn again in a moment.
 */
const FILES_IN_FOLDER = 64

/** What a share image is called among the media: with the renditions, because like them it can be made again. */
export function shareImageFile(stem: string, fileName: string): string {
  return `${folderOf(stem)}/${fileName}`
}

/** Keeps a share image, and takes away what it replaces and the oldest ones beyond the bound. */
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

/** Takes away the versions of a share image, all but one if that is named. */
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
