/**
 * Draws the star of the house in the sizes that home screens and feed readers ask for, into public/icons. A plain icon
 * is the star alone; a maskable one stands on paper, and within the circle that no mask cuts into.
 */
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const STAR = 'M31.5 16 16 31.5.5 16 16 .5zM27 27H5V5h22z'
const GREEN = '#0b5a48'
const PAPER = '#fdfdfb'
const PLAIN = [96, 192, 256, 384, 512]
const MASKABLE = [192, 512]
/* Of the width; the circle measures 0.8. */
const STAR_ON_PAPER = 0.6

const folder = path.resolve('public/icons')
fs.mkdirSync(folder, { recursive: true })
for (const size of PLAIN) await draw(`icon-${size}.png`, size, plain())
for (const size of MASKABLE) await draw(`maskable-${size}.png`, size, maskable())
process.stdout.write(`${PLAIN.length + MASKABLE.length} icons in public/icons\n`)

function plain() {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${GREEN}" d="${STAR}"/></svg>`
}

function maskable() {
  const edge = (32 / STAR_ON_PAPER - 32) / 2
  const side = 32 + 2 * edge
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-edge} ${-edge} ${side} ${side}"><path fill="${PAPER}" d="M${-edge} ${-edge}h${side}v${side}h${-side}z"/><path fill="${GREEN}" d="${STAR}"/></svg>`
}

async function draw(name, size, svg) {
  const density = (72 * size) / 32
  const image = sharp(Buffer.from(svg), { density }).resize(size, size)
  await image.png({ palette: true, effort: 10, compressionLevel: 9 }).toFile(path.join(folder, name))
}
