import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../media/write-atomically'

/*
 * 256 folders of so many files: some gigabyte and a half at most. Those of old stories are asked for again by nobody
 * but machines, and are drawn again in a moment.
 */
const FILES_IN_FOLDER = 64

/** Where a share image lies: among the renditions, because like them it can be made again. */
export function shareImageFile(dataDir: string, stem: string, fileName: string): string {
  return join(folderOf(dataDir, stem), fileName)
}

/** Keeps a share image, and takes away what it replaces and the oldest ones beyond the bound. */
export async function keepShareImage(
  dataDir: string,
  stem: string,
  fileName: string,
  content: Buffer,
): Promise<void> {
  await writeAtomically(shareImageFile(dataDir, stem, fileName), content)
  await forgetVersions(dataDir, stem, fileName)
  await forgetOldest(folderOf(dataDir, stem))
}

/** Takes away the versions of a share image, all but one if that is named. */
export async function forgetVersions(dataDir: string, stem: string, except?: string): Promise<void> {
  const folder = folderOf(dataDir, stem)
  const former = (await filesIn(folder)).filter(name => name.startsWith(`${stem}-`) && name !== except)
  await removeAll(folder, former)
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await filesIn(folder)
  if (names.length <= FILES_IN_FOLDER) return
  const aged = await Promise.all(
    names.map(async name => ({
      name,
      at: await stat(join(folder, name)).then(
        found => found.mtimeMs,
        () => 0,
      ),
    })),
  )
  const oldest = aged.sort((one, other) => one.at - other.at).slice(0, names.length - FILES_IN_FOLDER)
  await removeAll(
    folder,
    oldest.map(({ name }) => name),
  )
}

function folderOf(dataDir: string, stem: string): string {
  const place = createHash('sha256').update(stem).digest('hex').slice(0, 2)
  return join(dataDir, 'media', 'renditions', 'share', place)
}

function filesIn(folder: string): Promise<string[]> {
  return readdir(folder).then(
    names => names.filter(name => name.endsWith('.jpg')),
    () => [],
  )
}

async function removeAll(folder: string, names: string[]): Promise<void> {
  await Promise.all(names.map(name => rm(join(folder, name), { force: true })))
}
