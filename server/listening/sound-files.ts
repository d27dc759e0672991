import { stateOfSound } from '#db/queries/audio/sound-files.ts'
import { isMediaName } from '#domain/media/files/media-name.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { soundFile } from '#domain/media/files/stored-file.ts'
import { SHARED_BRIEFLY } from '#server/cache/copy-sender.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import { sendFile } from '#server/files/send-file.ts'
import type { Handler } from '#server/handler.ts'
import type { Exchange } from '#server/requests/exchange.ts'

/**
 * Answers `/media/{name}.mp3`. A sound may be kept no longer than a page: its article may be withdrawn, and is then
 * silent at once.
 */
export function soundFiles({
  dataDir,
  plainHeaders,
}: Pick<EdgeServices, 'dataDir' | 'plainHeaders'>): Handler {
  return {
    answer: exchange => {
      const [first, file = '', ...rest] = exchange.address.segments
      const name = file.endsWith('.mp3') ? file.slice(0, -'.mp3'.length) : ''
      return first === 'media' && rest.length === 0 && isMediaName(name) && answerSound(exchange, name)
    },
  }

  async function answerSound({ request, response }: Exchange, name: string): Promise<boolean> {
    const state = await stateOfSound(name)
    if (state === 'unknown') return false
    const headers = { ...plainHeaders, 'Cache-Control': SHARED_BRIEFLY, 'X-Robots-Tag': 'noindex' }
    if (state === 'gone') {
      response.writeHead(410, { ...headers, 'Content-Length': 0 }).end()
      return true
    }
    const file = soundFile(name)
    const found = await mediaStore(dataDir).stat(file)
    if (!found) return false
    await sendFile(request, response, {
      open: range => mediaStore(dataDir).open(file, range),
      bytes: found.bytes,
      contentType: 'audio/mpeg',
      etag: `"${name}"`,
      headers,
    })
    return true
  }
}
