import { createMp3Encoder } from 'wasm-media-encoders'
import { ExpectedError } from '#errors/expected-error.ts'
import { readWav } from './read-wav.ts'

/** A sound that was spoken, as a WAV file, and the silence that follows. */
export type SpokenWav = { wav: AsyncIterable<Uint8Array>; pauseMs: number }

/* Speech needs no more, and all files alike can be joined without being encoded again. */
const BITRATE = 48
const OUTPUT_RATE = 24_000
/** The bytes of a second. */
const BYTES_A_SECOND = (BITRATE * 1000) / 8
/* Longer than any article; a voice that does not end must not fill the disk. */
const MAX_SECONDS = 4 * 60 * 60

/**
 * Encodes sounds, one after the other, as one MP3: mono, 48 kbit/s. Gives its bytes as they are made.
 * @throws ExpectedError 'voice.silent' when nothing was said, 'voice.endless' after four hours, 'voice.noWav'
 */
export async function* encodeMp3(sounds: AsyncIterable<SpokenWav>): AsyncGenerator<Uint8Array> {
  let seconds = 0
  for await (const { wav, pauseMs } of sounds) {
    let sampleRate = 0
    const encoder = await createMp3Encoder()
    for await (const { samples, ...each } of readWav(wav)) {
      if (sampleRate === 0) {
        sampleRate = each.sampleRate
        encoder.configure({ sampleRate, channels: 1, bitrate: BITRATE, outputSampleRate: OUTPUT_RATE })
      }
      seconds += samples.length / sampleRate
      if (seconds > MAX_SECONDS) throw new ExpectedError('voice.endless', { hours: MAX_SECONDS / 3600 })
      /* The encoder's memory is its own, and overwritten by the next call. */
      yield Uint8Array.from(encoder.encode([samples]))
    }
    if (sampleRate === 0) continue
    yield Uint8Array.from(encoder.encode([new Float32Array(Math.round((pauseMs / 1000) * sampleRate))]))
    yield Uint8Array.from(encoder.finalize())
  }
  if (seconds === 0) throw new ExpectedError('voice.silent')
}

/** The duration of a file that `encodeMp3` made, by its size. */
export function durationOfBytes(bytes: number): number {
  return Math.round((bytes / BYTES_A_SECOND) * 1000)
}
