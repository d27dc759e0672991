import type { MovieFacts } from './iso-media.ts'

/** EBML element ids, length marker included. */
const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TIMESTAMP_SCALE = 0x2ad7b1
const DURATION = 0x4489
const TRACKS = 0x1654ae6b
const TRACK_ENTRY = 0xae
const VIDEO = 0xe0
const PIXEL_WIDTH = 0xb0
const PIXEL_HEIGHT = 0xba
const CLUSTER = 0x1f43b675

const CONTAINERS = new Set([SEGMENT, INFO, TRACKS, TRACK_ENTRY, VIDEO])

/** Reads width, height and duration of a WebM file; null when its head lacks them. */
export function readWebm(bytes: Uint8Array): MovieFacts | null {
  const found = new Map<number, number>()
  walk(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), (id, content) => {
    if (!found.has(id)) found.set(id, id === DURATION ? float(content) : unsigned(content))
  })
  const width = found.get(PIXEL_WIDTH)
  const height = found.get(PIXEL_HEIGHT)
  /* A tick is a millisecond unless the file says otherwise; the scale is in nanoseconds. */
  const seconds = ((found.get(DURATION) ?? 0) * (found.get(TIMESTAMP_SCALE) ?? 1_000_000)) / 1e9
  return width && height && seconds > 0 ? { width, height, seconds } : null
}

/** Visits the elements that hold a value, down to the first cluster of frames. */
function walk(view: DataView, visit: (id: number, content: DataView) => void): void {
  let offset = 0
  while (offset < view.byteLength) {
    const id = variable(view, offset, true)
    const size = id && variable(view, offset + id.length, false)
    if (!id || !size || id.value === CLUSTER) return
    const start = offset + id.length + size.length
    /* Live recordings leave the size open; then the element reaches to the end. */
    const end = size.unknown ? view.byteLength : Math.min(start + size.value, view.byteLength)
    const content = new DataView(view.buffer, view.byteOffset + start, Math.max(0, end - start))
    if (CONTAINERS.has(id.value)) walk(content, visit)
    else visit(id.value, content)
    offset = end
  }
}

/** A number whose first byte gives its length. Ids keep the length marker, sizes drop it. */
function variable(view: DataView, offset: number, keepMarker: boolean) {
  if (offset >= view.byteLength) return null
  const first = view.getUint8(offset)
  const length = Math.clz32(first) - 23
  if (length > 8 || offset + length > view.byteLength) return null
  const marker = 1 << (8 - length)
  let value = keepMarker ? first : first & (marker - 1)
  let unknown = (first & (marker - 1)) === marker - 1
  for (let index = 1; index < length; index++) {
    const byte = view.getUint8(offset + index)
    value = value * 256 + byte
    unknown &&= byte === 0xff
  }
  return { value, length, unknown }
}

function unsigned(content: DataView): number {
  if (content.byteLength > 8) return 0
  let value = 0
  for (let index = 0; index < content.byteLength; index++) value = value * 256 + content.getUint8(index)
  return value
}

function float(content: DataView): number {
  if (content.byteLength === 4) return content.getFloat32(0)
  return content.byteLength === 8 ? content.getFloat64(0) : 0
}
