import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { MediaError } from '../../domain/media/media-error'
import { isMediaName } from '../../domain/media/media-name'
import { videoPath } from '../../domain/media/picture-store'
import { rendition } from '../../domain/media/renditions'
import { contentTypeOf } from './content-types'
import { sendFile } from './send-file'
import { serveShareImage } from './share-images'
import { IMMUTABLE } from './static-files'

type Options = { dataDir: string; shareFontsDir: string; headers: Record<string, string> }

/**
 * Serves `/media/<file>`: renditions and share images, made when they are first asked for, and videos. Originals never leave.
 * False when there is no such file.
 */
export async function serveMedia(
  request: IncomingMessage,
  response: ServerResponse,
  fileName: string,
  options: Options,
): Promise<boolean> {
  const { dataDir, headers } = options
  try {
    if (fileName.startsWith('share-')) return await serveShareImage(request, response, fileName, options)
    const found = (await findVideo(dataDir, fileName)) ?? (await rendition(dataDir, fileName))
    if (!found) return false
    await sendFile(request, response, {
      path: found.path,
      bytes: found.bytes,
      contentType: found.mime,
      /* The name is the content's hash. */
      etag: `"${fileName}"`,
      headers: { ...headers, 'Cache-Control': IMMUTABLE },
    })
    return true
  } catch (error) {
    if (!(error instanceof MediaError) || error.code !== 'queue-full') throw error
    response.writeHead(503, { 'Retry-After': '5', 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
    return true
  }
}

async function findVideo(dataDir: string, fileName: string) {
  const [, name = '', extension] = /^([0-9a-f]+)\.(mp4|webm)$/.exec(fileName) ?? []
  if (!isMediaName(name) || (extension !== 'mp4' && extension !== 'webm')) return null
  const path = videoPath(dataDir, name, extension)
  const stat = await fs.promises.stat(path).catch(() => null)
  return stat ? { path, bytes: stat.size, mime: contentTypeOf(fileName) } : null
}
