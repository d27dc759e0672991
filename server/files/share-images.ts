import type { IncomingMessage, ServerResponse } from 'node:http'
import { SHARE_IMAGE } from '#domain/distribution/share-images/share-card.ts'
import { shareImage } from '#domain/distribution/share-images/share-image.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { SHARED_BRIEFLY } from '#server/cache/copy-sender.ts'
import { sendFile } from './send-file.ts'

type Options = { dataDir: string; shareFontsDir: string; headers: Record<string, string> }

/**
 * Serves `/media/share-….jpg`. Whoever keeps one asks again like for a page: a story may be withdrawn, and its
 * headline with it. False when there is nothing of that name.
 */
export async function serveShareImage(
  request: IncomingMessage,
  response: ServerResponse,
  fileName: string,
  { dataDir, shareFontsDir, headers: always }: Options,
): Promise<boolean> {
  const found = await shareImage(fileName, { dataDir, fontsDir: shareFontsDir })
  if (!found) return false
  const headers = { ...always, 'Cache-Control': SHARED_BRIEFLY }
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
}
