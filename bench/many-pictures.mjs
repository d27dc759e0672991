import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const WIDTH = 2000
const HEIGHT = 1333
const WIDTHS = [320, 480, 720, 1080, 1600]
const EXTENSIONS = ['avif', 'webp', 'jpg']

/**
 * Puts noisy photographs among the originals of a data folder, as if they had been uploaded, and gives the paths of all
 * their sizes, none of which is made.
 */
export async function addPictures(dataDir, count) {
  const folder = path.join(dataDir, 'media/originals')
  fs.mkdirSync(folder, { recursive: true })
  const paths = []
  for (let number = 0; number < count; number++) {
    const name = createHash('sha256').update(`bench picture ${number}`).digest('hex').slice(0, 20)
    const file = path.join(folder, `${name}.jpg`)
    if (!fs.existsSync(file)) fs.writeFileSync(file, await photograph(number))
    for (const width of WIDTHS)
      for (const extension of EXTENSIONS) paths.push(`/media/${name}-${width}.${extension}`)
  }
  return paths
}

/* Grain over a slope of colours: as hard to compress as a picture of a crowd. */
async function photograph(number) {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  let state = number + 1
  for (let at = 0; at < pixels.length; at += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const [x, y] = [(at / 3) % WIDTH, at / 3 / WIDTH]
    const grain = (state >>> 24) / 6
    pixels[at] = x / 10 + grain
    pixels[at + 1] = y / 8 + grain
    pixels[at + 2] = ((x + y + number * 7) % 180) + grain
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer()
}
