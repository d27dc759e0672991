import { SHARE_IMAGE } from '#domain/distribution/share-images/share-card.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { SHARED_BRIEFLY } from '#server/cache/copy-sender.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { madeOnDemand } from './made-on-demand.ts'
import { sendFile } from './send-file.ts'

/**
 * Answers `/media/share-….jpg`. A share image may be kept no longer than a page: a story may be withdrawn, and its
 * headline with it.
 */
export function shareImages({
  dataDir,
  pictures,
  plainHeaders,
}: Pick<EdgeServices, 'dataDir' | 'pictures' | 'plainHeaders'>): Handler {
  return {
    answer({ request, response, clientAddress, address: { segments } }) {
      const [first, fileName = ''] = segments
      if (first !== 'media' || segments.length !== 2 || !fileName.startsWith('share-')) return false
      return madeOnDemand(response, async () => {
        const found = await pictures.shareImage(fileName, clientAddress)
        if (!found) return false
        const headers = { ...plainHeaders, 'Cache-Control': SHARED_BRIEFLY }
        if (found.state === 'gone') response.writeHead(410, { ...headers, 'Content-Length': 0 }).end()
        else if (found.state === 'moved')
          response.writeHead(307, { ...headers, Location: found.address, 'Content-Length': 0 }).end()
        else
          await sendFile(request, response, {
            open: range => mediaStore(dataDir).open(found.file, range),
            bytes: found.bytes,
            contentType: SHARE_IMAGE.type,
            etag: `"${fileName}"`,
            headers,
          })
        return true
      })
    },
  }
}
