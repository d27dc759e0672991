/* For tests: a real MP3 of a tone. */
import { buffer } from 'node:stream/consumers'
import { encodeMp3 } from '#domain/media/audio/encoding/encode-mp3.ts'
import { aWav, inPieces } from '#domain/media/audio/encoding/wav.testing.ts'

/** An MP3 of so many seconds; another number of seconds is another content. */
export function anMp3(seconds = 1): Promise<Buffer> {
  async function* sounds() {
    yield { wav: inPieces(aWav({ seconds })), pauseMs: 0 }
  }
  return buffer(encodeMp3(sounds()))
}
