/* For tests: WAV files of a tone, as voices give them. */

type Wish = {
  seconds?: number
  sampleRate?: number
  channels?: number
  /** 16-bit numbers, 32-bit floats, or 8 bits, which nobody reads. */
  bits?: 8 | 16 | 32
  /** Programs that write into a pipe do not know the length of what follows. */
  length?: 'known' | 'zero' | 'most'
  /** A chunk before the sound, of an odd number of bytes. */
  withList?: boolean
}

/** A tone of 440 Hz. */
export function aWav(wish: Wish = {}): Buffer {
  const { seconds = 1, sampleRate = 22_050, channels = 1, bits = 16, length = 'known', withList } = wish
  const frames = Math.round(seconds * sampleRate)
  const each = bits / 8
  const data = Buffer.alloc(frames * channels * each)
  for (let frame = 0; frame < frames; frame++) {
    const value = Math.sin((frame / sampleRate) * 440 * 2 * Math.PI) / 2
    for (let channel = 0; channel < channels; channel++) {
      const at = (frame * channels + channel) * each
      if (bits === 16) data.writeInt16LE(Math.round(value * 32_767), at)
      else if (bits === 32) data.writeFloatLE(value, at)
      else data.writeUInt8(128 + Math.round(value * 127), at)
    }
  }
  const format = Buffer.alloc(16)
  format.writeUInt16LE(bits === 32 ? 3 : 1, 0)
  format.writeUInt16LE(channels, 2)
  format.writeUInt32LE(sampleRate, 4)
  format.writeUInt32LE(sampleRate * channels * each, 8)
  format.writeUInt16LE(channels * each, 12)
  format.writeUInt16LE(bits, 14)
  const announced = { known: data.length, zero: 0, most: 0xffffffff }[length]
  return Buffer.concat([
    Buffer.from('RIFF'),
    number(length === 'known' ? data.length + 36 : announced),
    Buffer.from('WAVE'),
    ...[Buffer.from('fmt '), number(16), format],
    ...(withList ? [Buffer.from('LIST'), number(5), Buffer.from('INFOx\0')] : []),
    ...[Buffer.from('data'), number(announced), data],
  ])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** The bytes as they come out of a pipe, in pieces of odd sizes. */
export async function* inPieces(bytes: Buffer, size = 1_001): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
