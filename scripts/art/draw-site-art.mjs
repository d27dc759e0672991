/**
 * Draws the art that belongs to the site rather than to a story: a frieze for each section's glaze, walls
 * for stories without a picture, and the wall with one star gone for pages that are missing. Run it after a change in domain/media/art; a test compares the files.
 */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const folder = path.resolve('public/art')
const bundle = path.resolve('.cache/site-art.mjs')
await build({
  entryPoints: ['domain/media/art/site-art.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
  logLevel: 'error',
})
const { siteArt } = await import(pathToFileURL(bundle).href)
fs.mkdirSync(folder, { recursive: true })
for (const [name, svg] of siteArt()) fs.writeFileSync(path.join(folder, name), svg)
process.stdout.write(`${siteArt().size} drawings in public/art\n`)
