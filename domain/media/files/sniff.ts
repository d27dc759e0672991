export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

/**
 * The format that the first bytes announce. Only these formats reach the decoder, which knows far more (SVG among them)
 * than a newsroom should accept from outside.
 */
export function sniffPicture(bytes: Uint8Array): PictureFormat | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return 'gif'
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp'
  if (latin(bytes, 4, 8) === 'ftyp' && brandsOf(bytes).some(brand => brand === 'avif' || brand === 'avis'))
    return 'avif'
  return null
}

/** MP4 by its brands, WebM by its document type. */
export function sniffVideo(bytes: Uint8Array): 'mp4' | 'webm' | null {
  if (latin(bytes, 4, 8) === 'ftyp') {
    const known = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV|cmf[cs])$/
    return brandsOf(bytes).some(brand => known.test(brand)) ? 'mp4' : null
  }
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]) && latin(bytes, 0, 64).includes('webm')) return 'webm'
  return null
}

/** Major and compatible brands of an ISO media file. */
function brandsOf(bytes: Uint8Array): string[] {
  const size = Math.min(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0), 256)
  const brands = [latin(bytes, 8, 12)]
  for (let offset = 16; offset + 4 <= size; offset += 4) brands.push(latin(bytes, offset, offset + 4))
  return brands
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((value, index) => bytes[index] === value)
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
