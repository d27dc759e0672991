import { soundStart } from './mp3-frames.ts'

/* The beginnings of files that people mistake for MP3, at their offsets. */
const SIGNATURES: readonly [format: string, ...places: readonly [offset: number, text: string][]][] = [
  ['WAV', [0, 'RIFF'], [8, 'WAVE']],
  ['WAV', [0, 'RF64'], [8, 'WAVE']],
  ['M4A', [4, 'ftyp']],
  ['Ogg', [0, 'OggS']],
  ['FLAC', [0, 'fLaC']],
  ['AIFF', [0, 'FORM'], [8, 'AIF']],
  ['WMA', [0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11']],
  ['AMR', [0, '#!AMR']],
  ['CAF', [0, 'caff']],
  ['WebM', [0, '\x1a\x45\xdf\xa3']],
]

/** The name of a sound format that is not MP3, by the first bytes of the file; null when there is no such format. */
export function otherSoundFormat(bytes: Buffer): string | null {
  const sound = bytes.subarray(soundStart(bytes))
  const found = SIGNATURES.find(([, ...places]) =>
    places.every(([offset, text]) => sound.toString('latin1', offset, offset + text.length) === text),
  )
  if (found) return found[0]
  const [sync = 0, kind = 0] = sound
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0) return null
  const layer = (kind >> 1) & 3
  if (layer === 0 && (kind & 0xf0) === 0xf0) return 'AAC'
  return layer === 2 ? 'MP2' : null
}
