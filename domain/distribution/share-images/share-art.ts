import sharp, { type OverlayOptions } from 'sharp'
import { drawArt } from '#domain/media/art/draw-art.ts'
import { glazeNames } from '#domain/media/art/glazes.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { findOriginal } from '#domain/media/pictures/picture-store.ts'
import { MAX_PIXELS } from '#domain/media/pictures/read-picture.ts'
import type { Box } from './set-text.ts'
import type { ShareCard } from './share-card.ts'

/** The picture beside the text: the story's own, a wall in the section's glaze, or bands of all nine glazes. */
export async function shareArt(card: ShareCard, dataDir: string, box: Box): Promise<Buffer> {
  const original = card.picture === null ? null : await findOriginal(dataDir, card.picture)
  if (original) {
    /* A photograph is cropped to its most salient part; a pattern to its centre. */
    const position = original.extension === 'svg' ? 'centre' : sharp.strategy.attention
    const cropped = await mediaStore(dataDir)
      .onDisk(original.file, path => cover(path, box, position))
      .catch(() => null)
    if (cropped) return cropped
  }
  if (card.glaze === null) return allGlazes(box)
  const seed = card.subject.kind === 'story' ? `share ${card.subject.id}` : 'share'
  return cover(Buffer.from(drawArt({ seed, glaze: card.glaze, shape: 'wall', ...box })), box)
}

function cover(input: string | Buffer, { width, height }: Box, position: string | number = 'centre') {
  return sharp(input, { failOn: 'error', limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize({ width, height, fit: 'cover', position })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png()
    .toBuffer()
}

async function allGlazes({ width, height }: Box): Promise<Buffer> {
  const band = Math.ceil(height / glazeNames.length)
  const bands = await Promise.all(
    glazeNames.map(async (glaze, index): Promise<OverlayOptions> => {
      const wall = drawArt({
        seed: 'share',
        glaze,
        shape: 'wall',
        style: 'zellij',
        scale: 0.9,
        width,
        height: band,
      })
      return { input: await cover(Buffer.from(wall), { width, height: band }), left: 0, top: index * band }
    }),
  )
  return sharp({ create: { width, height: band * glazeNames.length, channels: 3, background: '#ffffff' } })
    .composite(bands)
    .png()
    .toBuffer()
    .then(all => sharp(all).resize({ width, height, fit: 'cover' }).png().toBuffer())
}
