import sharp from 'sharp'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { encodeRendition } from './encode-rendition.ts'
import { findOriginal, renditionFile } from './picture-store.ts'
import { MAX_PIXELS } from './read-picture.ts'
import { type RenderQueue, sharedRenderQueue } from './render-queue.ts'
import {
  parseRenditionName,
  type RenditionRequest,
  renditionFormats,
  renditionMime,
  renditionName,
  widthsFor,
} from './rendition-name.ts'

/** `file` is its name among the media. */
export type Rendition = { file: string; mime: string; bytes: number }

/**
 * A rendition, made on the first request. Null when the name is no rendition, the original is unknown, or the width is
 * not offered for it: nobody can fill the disk by asking for every width.
 * @throws ExpectedError `media.queueFull` when too many others wait
 */
export async function rendition(
  dataDir: string,
  fileName: string,
  queue: RenderQueue = sharedRenderQueue(),
): Promise<Rendition | null> {
  const request = parseRenditionName(fileName)
  if (!request) return null
  const file = renditionFile(fileName)
  const mime = renditionMime(request.format)
  const there = await mediaStore(dataDir).stat(file)
  const key = `${dataDir} ${file}`
  const bytes = there?.bytes ?? (await queue.run(key, () => render(dataDir, request, file)))
  return bytes === null ? null : { file, mime, bytes }
}

/** Names of the renditions of stored pictures that were not made yet. */
export async function missingRenditions(dataDir: string, names: Iterable<string>): Promise<string[]> {
  const media = mediaStore(dataDir)
  const missing: string[] = []
  for (const name of names) {
    const original = await findOriginal(dataDir, name)
    if (!original) continue
    const width = await media.onDisk(original.file, widthOf)
    const fileNames = widthsFor(width).flatMap(step =>
      renditionFormats.map(format => renditionName(name, step, format)),
    )
    for (const fileName of fileNames) {
      if (!(await media.stat(renditionFile(fileName)))) missing.push(fileName)
    }
  }
  return missing
}

/**
 * Makes the missing renditions one after another, so that readers' requests find the processor free, and gives their
 * number. Stops when the signal is aborted.
 */
export async function warmRenditions(
  dataDir: string,
  names: Iterable<string>,
  { signal, queue }: { signal?: AbortSignal; queue?: RenderQueue } = {},
): Promise<number> {
  let made = 0
  for (const name of names) {
    if (signal?.aborted) break
    for (const fileName of await missingRenditions(dataDir, [name])) {
      if (signal?.aborted) break
      if (await rendition(dataDir, fileName, queue)) made++
    }
  }
  return made
}

async function render(dataDir: string, request: RenditionRequest, file: string): Promise<number | null> {
  const media = mediaStore(dataDir)
  const original = await findOriginal(dataDir, request.name)
  if (!original) return null
  const content = await media.onDisk(original.file, async path =>
    widthsFor(await widthOf(path)).includes(request.width)
      ? encodeRendition(path, original.extension === 'svg' ? 'art' : 'photo', request)
      : null,
  )
  if (content === null) return null
  await media.put(file, content)
  return content.length
}

/** The width as seen, turned by EXIF. */
async function widthOf(path: string): Promise<number> {
  const { autoOrient } = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata()
  return autoOrient.width
}
