import { isMediaName } from '#domain/media/files/media-name.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { storedFile } from '#domain/media/files/stored-file.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { contentTypeOf } from './content-types.ts'
import { madeOnDemand } from './made-on-demand.ts'
import { sendFile } from './send-file.ts'
import { IMMUTABLE } from './static-files.ts'

/**
 * Answers `/media/{file}`: videos, and renditions of pictures, which are made when they are first asked for. Originals
 * are never sent.
 */
export function mediaFiles({
  dataDir,
  pictures,
  plainHeaders,
}: Pick<EdgeServices, 'dataDir' | 'pictures' | 'plainHeaders'>): Handler {
  return {
    answer({ request, response, clientAddress, address: { segments } }) {
      const [first, fileName = ''] = segments
      if (first !== 'media' || segments.length !== 2) return false
      return madeOnDemand(response, async () => {
        const found =
          (await findVideo(dataDir, fileName)) ?? (await pictures.rendition(fileName, clientAddress))
        if (!found) return false
        await sendFile(request, response, {
          open: range => mediaStore(dataDir).open(found.file, range),
          bytes: found.bytes,
          contentType: found.mime,
          /* The name is the content's hash. */
          etag: `"${fileName}"`,
          headers: { ...plainHeaders, 'Cache-Control': IMMUTABLE },
        })
        return true
      })
    },
  }
}

async function findVideo(dataDir: string, fileName: string) {
  const [, name = '', extension] = /^([0-9a-f]+)\.(mp4|webm)$/.exec(fileName) ?? []
  if (!isMediaName(name) || (extension !== 'mp4' && extension !== 'webm')) return null
  const file = storedFile({ kind: 'video', name, extension })
  const found = await mediaStore(dataDir).stat(file)
  return found ? { file, bytes: found.bytes, mime: contentTypeOf(fileName) } : null
}
