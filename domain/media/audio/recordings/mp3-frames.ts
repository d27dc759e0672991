/** The sound of an MP3 file, counted frame by frame, because headers that tell the duration survive a cut. */
export type Mp3Facts = {
  seconds: number
  /** Bytes before and between frames that belong to none. */
  strayBytes: number
  /** The part of the announced frames that is there: 1 when nothing was announced, or everything is there. */
  completeness: number
}

type Frame = { bytes: number; samples: number; sampleRate: number; isMono: boolean; isMpeg1: boolean }

/* Kilobits a second by the index in the header, in layer III. */
const BITRATES = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
const SAMPLE_RATES = [44_100, 48_000, 32_000] as const

/** Walks through the frames of layer III; null when there are no two in a row. */
export function mp3Facts(bytes: Buffer): Mp3Facts | null {
  const end = bytes.length - trailingTags(bytes)
  const start = soundStart(bytes)
  const first = nextFrame(bytes, start, end)
  if (first === null) return null
  /* The frame that announces the others is silent. */
  const announced = announcedFrames(bytes, first)
  let at = announced === null ? first : first + (frameAt(bytes, first)?.bytes ?? 0)
  let [frames, seconds, strayBytes] = [0, 0, first - start]
  while (at < end) {
    const frame = frameAt(bytes, at)
    if (frame) {
      frames++
      seconds += frame.samples / frame.sampleRate
      at += frame.bytes
      continue
    }
    const next = nextFrame(bytes, at, end) ?? end
    strayBytes += next - at
    at = next
  }
  return { seconds, strayBytes, completeness: announced ? Math.min(1, frames / announced) : 1 }
}

/** The offset behind the tags (ID3v2) at the beginning of a file. */
export function soundStart(bytes: Buffer): number {
  let at = 0
  while (bytes.length >= at + 10 && bytes.toString('latin1', at, at + 3) === 'ID3') {
    const sizes = [...bytes.subarray(at + 6, at + 10)]
    const hasFooter = ((bytes[at + 5] ?? 0) & 0x10) !== 0
    at += 10 + sizes.reduce((size, byte) => size * 128 + (byte & 0x7f), 0) + (hasFooter ? 10 : 0)
  }
  return at
}

/* ID3v1 takes the last 128 bytes, and APEv2 any number before them. */
function trailingTags(bytes: Buffer): number {
  const id3 = bytes.toString('latin1', bytes.length - 128, bytes.length - 125) === 'TAG' ? 128 : 0
  const footer = bytes.length - id3 - 32
  if (footer < 0 || bytes.toString('latin1', footer, footer + 8) !== 'APETAGEX') return id3
  const hasHeader = (bytes.readUInt32LE(footer + 20) & 0x80000000) !== 0
  return id3 + bytes.readUInt32LE(footer + 12) + (hasHeader ? 32 : 0)
}

/* Any two bytes may look like a header, so a frame counts as one where another of its kind, or the end, follows. */
function nextFrame(bytes: Buffer, from: number, end: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at < end; at = bytes.indexOf(0xff, at + 1)) {
    const frame = frameAt(bytes, at)
    if (!frame) continue
    const next = frameAt(bytes, at + frame.bytes)
    if (next && next.sampleRate === frame.sampleRate && next.isMpeg1 === frame.isMpeg1) return at
  }
  return null
}

function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + 4 > bytes.length) return null
  const header = bytes.readUInt32BE(at)
  const [version, layer] = [(header >>> 19) & 3, (header >>> 17) & 3]
  const [bitrateIndex, rateIndex] = [(header >>> 12) & 15, (header >>> 10) & 3]
  const isSync = header >>> 21 === 0x7ff && version !== 1 && layer === 1
  const isMpeg1 = version === 3
  const kilobits = BITRATES[isMpeg1 ? 'mpeg1' : 'mpeg2'][bitrateIndex]
  const baseRate = SAMPLE_RATES[rateIndex]
  if (!isSync || !kilobits || !baseRate) return null
  const sampleRate = isMpeg1 ? baseRate : version === 2 ? baseRate / 2 : baseRate / 4
  const samples = isMpeg1 ? 1152 : 576
  const padding = (header >>> 9) & 1
  return {
    bytes: Math.floor((samples * kilobits * 125) / sampleRate) + padding,
    samples,
    sampleRate,
    isMono: ((header >>> 6) & 3) === 3,
    isMpeg1,
  }
}

/* The number of frames that the first one announces (Xing, Info or VBRI); null when it is sound itself. */
function announcedFrames(bytes: Buffer, at: number): number | null {
  const frame = frameAt(bytes, at)
  if (!frame) return null
  const sideInfo = frame.isMpeg1 ? (frame.isMono ? 17 : 32) : frame.isMono ? 9 : 17
  const xing = at + 4 + sideInfo
  const mark = bytes.toString('latin1', xing, xing + 4)
  if (mark === 'Xing' || mark === 'Info') {
    const hasCount = xing + 12 <= bytes.length && ((bytes[xing + 7] ?? 0) & 1) !== 0
    return hasCount ? bytes.readUInt32BE(xing + 8) : 0
  }
  const vbri = at + 36
  if (vbri + 18 > bytes.length || bytes.toString('latin1', vbri, vbri + 4) !== 'VBRI') return null
  return bytes.readUInt32BE(vbri + 14)
}
