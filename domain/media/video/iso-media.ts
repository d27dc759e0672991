/** Size and duration of a video, as its file declares them. */
export type MovieFacts = { width: number; height: number; seconds: number }

/** One box of an ISO media file: its type and its content. */
type Box = { type: string; content: DataView }

/** Reads width, height and duration from the `moov` box; null when the file has none that makes sense. */
export function readIsoMedia(bytes: Uint8Array): MovieFacts | null {
  const movie = find(boxesOf(viewOf(bytes)), 'moov')
  if (!movie) return null
  const parts = boxesOf(movie.content)
  const header = find(parts, 'mvhd')
  const seconds = header ? durationOf(header.content) : null
  const size = parts
    .filter(box => box.type === 'trak')
    .map(trackSize)
    .find(found => found !== null)
  return seconds && size ? { ...size, seconds } : null
}

/** The boxes in a range of the file. Stops at the first that does not fit, as in a truncated file. */
function boxesOf(view: DataView): Box[] {
  const boxes: Box[] = []
  let offset = 0
  while (offset + 8 <= view.byteLength) {
    const short = view.getUint32(offset)
    const type = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + offset + 4, 4))
    let header = 8
    let size = short
    if (short === 1) {
      if (offset + 16 > view.byteLength) break
      header = 16
      size = Number(view.getBigUint64(offset + 8))
    } else if (short === 0) {
      size = view.byteLength - offset
    }
    if (size < header || offset + size > view.byteLength) break
    boxes.push({ type, content: new DataView(view.buffer, view.byteOffset + offset + header, size - header) })
    offset += size
  }
  return boxes
}

/** Version 1 of a header has 64-bit times where version 0 has 32. */
function durationOf(header: DataView): number | null {
  if (header.byteLength < 32) return null
  const long = header.getUint8(0) === 1
  const scale = header.getUint32(long ? 20 : 12)
  const ticks = long ? Number(header.getBigUint64(24)) : header.getUint32(16)
  return scale > 0 && ticks > 0 ? ticks / scale : null
}

/** The size at which a picture track is shown; null for sound. */
function trackSize(track: Box): { width: number; height: number } | null {
  const header = find(boxesOf(track.content), 'tkhd')?.content
  const expected = header && header.byteLength > 0 && header.getUint8(0) === 1 ? 96 : 84
  if (!header || header.byteLength < expected) return null
  /* Both are 16.16 fixed-point numbers at the end of the box, after a 3 by 3 matrix. */
  const width = Math.round(header.getUint32(expected - 8) / 65536)
  const height = Math.round(header.getUint32(expected - 4) / 65536)
  if (width === 0 || height === 0) return null
  /* A phone held upright gives a matrix with a quarter turn: its first coefficient is 0. */
  const quarterTurn = header.getInt32(expected - 44) === 0
  return quarterTurn ? { width: height, height: width } : { width, height }
}

const find = (boxes: Box[], type: string) => boxes.find(box => box.type === type)

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
