import { stat } from 'node:fs/promises'
import sharp from 'sharp'
import { encodeRendition } from './encode-rendition'
import { MAX_PIXELS } from './import-picture'
import { exists, findOriginal, renditionPath } from './picture-store'
import { type RenderQueue, sharedRenderQueue } from './render-queue'
import {
  parseRenditionName,
  type RenditionRequest,
  renditionFormats,
  renditionMime,
  renditionName,
  widthsFor,
} from './rendition-name'
import { writeAtomically } from './write-atomically'

export type Rendition = { path: string; mime: string; bytes: number }

/**
 * The file of a rendition, made when it is first asked for. Null when the name is not one of ours, the original
 * is unknown, or the width is not offered for it: nobody can fill the disk by asking for every width. Throws
 * MediaError `queue-full` when too many others wait.
 */
export async function rendition(
  dataDir: string,
  fileName: string,
  queue: RenderQueue = sharedRenderQueue(),
): Promise<Rendition | null> {
  const request = parseRenditionName(fileName)
  if (!request) return null
  const path = renditionPath(dataDir, fileName)
  const mime = renditionMime(request.format)
  const bytes = (await sizeOf(path)) ?? (await queue.run(path, () => render(dataDir, request, path)))
  return bytes === null ? null : { path, mime, bytes }
}

/** Names of the renditions of stored pictures that were not made yet. */
export async function missingRenditions(dataDir: string, names: Iterable<string>): Promise<string[]> {
  const missing: string[] = []
  for (const name of names) {
    const original = await findOriginal(dataDir, name)
    if (!original) continue
    const width = await widthOf(original.path)
    const fileNames = widthsFor(width).flatMap(step =>
      renditionFormats.map(format => renditionName(name, step, format)),
    )
    for (const fileName of fileNames) {
      if (!(await exists(renditionPath(dataDir, fileName)))) missing.push(fileName)
    }
  }
  return missing
}

/**
 * Makes what is missing, one after another so that readers' requests find the processor free; gives how many
 * were made. Stops when the signal says so.
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

async function render(dataDir: string, request: RenditionRequest, path: string): Promise<number | null> {
  const original = await findOriginal(dataDir, request.name)
  if (!original) return null
  if (!widthsFor(await widthOf(original.path)).includes(request.width)) return null
  const content = await encodeRendition(
    original.path,
    original.extension === 'svg' ? 'art' : 'photo',
    request,
  )
  await writeAtomically(path, content)
  return content.length
}

/** The width as seen, turned by EXIF. */
async function widthOf(path: string): Promise<number> {
  const { autoOrient } = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata()
  return autoOrient.width
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    found => found.size,
    () => null,
  )
}
