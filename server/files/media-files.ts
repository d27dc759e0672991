import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileFaultMessage } from '#db/file-fault.ts'
import { MediaError } from '#domain/media/files/media-error.ts'
import { isMediaName } from '#domain/media/files/media-name.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { storedFile } from '#domain/media/files/stored-file.ts'
import { rendition } from '#domain/media/pictures/renditions.ts'
import { log } from '#server/log.ts'
import { contentTypeOf } from './content-types.ts'
import { sendFile } from './send-file.ts'
import { serveShareImage } from './share-images.ts'
import { IMMUTABLE } from './static-files.ts'

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
      open: range => mediaStore(dataDir).open(found.file, range),
      bytes: found.bytes,
      contentType: found.mime,
      /* The name is the content's hash. */
      etag: `"${fileName}"`,
      headers: { ...headers, 'Cache-Control': IMMUTABLE },
    })
    return true
  } catch (error) {
    if (!canBeMadeLater(error) || response.headersSent) throw error
    response.writeHead(503, { 'Retry-After': '5', 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
    return true
  }
}

/* Too many wait for theirs; or there is no room to keep it in, which an administrator has to know. */
function canBeMadeLater(error: unknown): boolean {
  if (error instanceof MediaError) return error.code === 'queue-full'
  const isFull = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
  if (isFull) log.error(fileFaultMessage(error) ?? String(error))
  return isFull
}

async function findVideo(dataDir: string, fileName: string) {
  const [, name = '', extension] = /^([0-9a-f]+)\.(mp4|webm)$/.exec(fileName) ?? []
  if (!isMediaName(name) || (extension !== 'mp4' && extension !== 'webm')) return null
  const file = storedFile({ kind: 'video', name, extension })
  const found = await mediaStore(dataDir).stat(file)
  return found ? { file, bytes: found.bytes, mime: contentTypeOf(fileName) } : null
}
