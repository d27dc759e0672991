import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { durationOfBytes, encodeMp3, type SpokenWav } from './encode-mp3.ts'
import { aWav, inPieces } from './wav.testing.ts'

async function* sounds(...wavs: { wav: Buffer; pauseMs?: number }[]): AsyncGenerator<SpokenWav> {
  for (const { wav, pauseMs = 0 } of wavs) yield { wav: inPieces(wav), pauseMs }
}

const encoded = (...wavs: Parameters<typeof sounds>) => buffer(encodeMp3(sounds(...wavs)))

/* MPEG-2 layer 3: the bits of the header say 48 kbit/s, 24 kHz and one channel. */
function framesOf(mp3: Buffer): number {
  let frames = 0
  for (let at = 0; at < mp3.length; frames++) {
    expect(mp3.readUInt16BE(at) & 0xfffe).toBe(0xfff2)
    expect([
      mp3.readUInt8(at + 2) >> 4,
      (mp3.readUInt8(at + 2) >> 2) & 3,
      mp3.readUInt8(at + 3) >> 6,
    ]).toEqual([6, 1, 3])
    at += 144
  }
  return frames
}

const refusal = async (...wavs: Parameters<typeof sounds>) => {
  const error = await encoded(...wavs).catch((fault: unknown) => fault)
  if (!isExpected(error)) throw error
  return errorWords(error, 'en')
}

describe('a sound', () => {
  it.each([
    ['as espeak-ng writes it', aWav({ seconds: 2, length: 'most' })],
    ['of known length', aWav({ seconds: 2 })],
    ['of a program that does not know its length', aWav({ seconds: 2, length: 'zero' })],
    ['of two channels', aWav({ seconds: 2, sampleRate: 44_100, channels: 2 })],
    ['in floating numbers', aWav({ seconds: 2, sampleRate: 24_000, bits: 32 })],
    ['at 8 kHz', aWav({ seconds: 2, sampleRate: 8_000 })],
    ['with a chunk of notes', aWav({ seconds: 2, withList: true })],
  ])('%s becomes an MP3 in mono, 48 kbit/s, as long as it was', async (_, wav) => {
    const mp3 = await encoded({ wav })
    framesOf(mp3)
    expect(Math.abs(durationOfBytes(mp3.length) - 2_000)).toBeLessThan(150)
  })

  it('is followed by its silence and by the next, whatever their rates', async () => {
    const mp3 = await encoded(
      { wav: aWav({ seconds: 1, sampleRate: 16_000 }), pauseMs: 900 },
      { wav: aWav({ seconds: 1, sampleRate: 48_000 }), pauseMs: 500 },
    )
    framesOf(mp3)
    expect(Math.abs(durationOfBytes(mp3.length) - 3_400)).toBeLessThan(250)
  })

  it.each([
    ['an MP3', Buffer.from('ID3\x04\0\0\0\0\0\0\0\0\0\0'), 'but it gave "ID3'],
    ['a message', Buffer.from('Segmentation fault'), 'but it gave "Segmentation"'],
    ['a head without a sound', aWav().subarray(0, 30), 'but it gave RIFF'],
    ['8 bits', aWav({ bits: 8 }), 'but it gave WAV 1, 8 bit, 22050 Hz'],
  ])('is refused in words when it is no WAV that can be read: %s', async (_, wav, words) => {
    expect(await refusal({ wav })).toContain(words)
  })

  it('without a sample is a voice that says nothing', async () => {
    expect(await refusal({ wav: aWav({ seconds: 0 }) })).toBe('The voice said nothing.')
    expect(await refusal()).toBe('The voice said nothing.')
  })
})
