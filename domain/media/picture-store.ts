import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type PictureExtension, type PictureFile, pictureExtensions } from './import-picture'
import { isMediaName } from './media-name'
import type { VideoFile } from './read-video'
import { writeAtomically } from './write-atomically'

/** Where the original of a picture lies. */
export function originalPath(dataDir: string, name: string, extension: PictureExtension): string {
  return join(dataDir, 'media', 'originals', `${name}.${extension}`)
}

/** Where a video lies. */
export function videoPath(dataDir: string, name: string, extension: VideoFile['extension']): string {
  return join(dataDir, 'media', 'videos', `${name}.${extension}`)
}

/** Where a rendition lies; in folders by the first two digits, because one flat folder grows slow. */
export function renditionPath(dataDir: string, fileName: string): string {
  return join(dataDir, 'media', 'renditions', fileName.slice(0, 2), fileName)
}

/** Keeps the original. The name is the hash of the content, so what is there already is not written again. */
export async function storeOriginal(dataDir: string, file: PictureFile): Promise<string> {
  const path = originalPath(dataDir, file.name, file.extension)
  if (!(await exists(path))) await writeAtomically(path, file.content)
  return path
}

/** Keeps a video as it came. */
export async function storeVideo(dataDir: string, file: VideoFile): Promise<string> {
  const path = videoPath(dataDir, file.name, file.extension)
  if (!(await exists(path))) await writeAtomically(path, file.content)
  return path
}

/** The original of a picture; null when it was never stored. */
export async function findOriginal(
  dataDir: string,
  name: string,
): Promise<{ path: string; extension: PictureExtension } | null> {
  if (!isMediaName(name)) return null
  for (const extension of pictureExtensions) {
    const path = originalPath(dataDir, name, extension)
    if (await exists(path)) return { path, extension }
  }
  return null
}

/** Those of the names whose original is stored: one look at the folder, however many are asked. */
export async function storedOriginals(dataDir: string, names: Iterable<string>): Promise<Set<string>> {
  const files = await readdir(join(dataDir, 'media', 'originals')).catch(emptyWhenMissing)
  const stored = new Set(files.filter(file => !file.endsWith('.tmp')).map(file => file.replace(/\..*$/, '')))
  return new Set([...names].filter(name => stored.has(name)))
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** A folder that nothing was written to yet does not exist. */
function emptyWhenMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
