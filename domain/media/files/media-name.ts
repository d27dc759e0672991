import { createHash } from 'node:crypto'

/** Raise this when the recipes of the renditions change: new names make every cache ask again. */
const RECIPE = 1

/** The name of a content: the same bytes always have the same one. */
export function mediaName(content: Uint8Array): string {
  return createHash('sha256')
    .update(`arab-press media ${RECIPE}\n`)
    .update(content)
    .digest('hex')
    .slice(0, 20)
}

export function isMediaName(text: string): boolean {
  return /^[0-9a-f]{20}$/.test(text)
}
