import { renditionFormats, renditionNames } from '#domain/media/pictures/rendition-name.ts'
import type { PictureAhead } from './pictures-ahead.ts'

export type AheadProgress = {
  made: number
  left: number
  /** Files that could not be made, because the original is missing or damaged. */
  failed: number
}

export type AheadWork = {
  /** Those of the renditions that were not made yet. */
  missing: (fileNames: string[]) => Promise<string[]>
  /** Makes a rendition; false when there is no original to make it from. */
  make: (fileName: string) => Promise<boolean>
  /** The number of files that are made at once. */
  atOnce?: number
  signal?: AbortSignal
  /** Called once before the first file, and after each. */
  onProgress?: (progress: AheadProgress) => void
  onFault?: (fileName: string, error: unknown) => void
  /** Pictures that need no look any more; what is finished is added. */
  finished?: Set<string>
}

/* Within so many pictures the format that browsers take first is made before the others. */
const PICTURES_AT_ONCE = 25
const LOOKED_AT_ONCE = 200

/**
 * Makes what is missing of these pictures, in their order, and skips what is there: work that was broken off goes on
 * where it was. A file that cannot be made holds up no other.
 * @throws when the disk is full, because every other file would fail too
 */
export async function makeAhead(pictures: readonly PictureAhead[], work: AheadWork): Promise<AheadProgress> {
  const { finished = new Set(), signal, atOnce = 1 } = work
  const progress = { made: 0, left: 0, failed: 0 }
  const open = pictures.filter(picture => !finished.has(keyOf(picture)))
  const incomplete: PictureAhead[] = []
  for (const some of parts(open, LOOKED_AT_ONCE)) {
    if (signal?.aborted) return progress
    const missing = await work.missing(some.flatMap(namesOf))
    progress.left += missing.length
    const stems = new Set(missing.map(stemOf))
    for (const picture of some) {
      if (stems.has(picture.name)) incomplete.push(picture)
      else finished.add(keyOf(picture))
    }
  }
  work.onProgress?.({ ...progress })
  for (const some of parts(incomplete, PICTURES_AT_ONCE)) {
    const files = byFormat(await work.missing(some.flatMap(namesOf))).values()
    await Promise.all(Array.from({ length: atOnce }, () => makeEach(files)))
    if (signal?.aborted) return progress
    for (const picture of some) finished.add(keyOf(picture))
  }
  return progress

  async function makeEach(files: Iterable<string>): Promise<void> {
    for (const fileName of files) {
      if (signal?.aborted) return
      const isThere = await isMade(fileName)
      if (signal?.aborted) return
      if (isThere) progress.made++
      else progress.failed++
      progress.left = Math.max(0, progress.left - 1)
      work.onProgress?.({ ...progress })
    }
  }

  async function isMade(fileName: string): Promise<boolean> {
    try {
      return await work.make(fileName)
    } catch (error) {
      if (signal?.aborted) return false
      if (isFullDisk(error)) throw error
      work.onFault?.(fileName, error)
      return false
    }
  }
}

const keyOf = ({ name, sizes }: PictureAhead) => `${name} ${sizes}`
const namesOf = ({ name, width, sizes }: PictureAhead) => renditionNames(name, width, sizes)
const stemOf = (fileName: string) => fileName.split('-')[0] ?? ''

function byFormat(fileNames: string[]): string[] {
  const extensions = renditionFormats.map(format => (format === 'jpeg' ? '.jpg' : `.${format}`))
  return extensions.flatMap(extension => fileNames.filter(name => name.endsWith(extension)))
}

function isFullDisk(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EROFS'].includes((error as NodeJS.ErrnoException)?.code ?? '')
}

function* parts<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
