import fs from 'node:fs'
import path from 'node:path'
import { allMediaFiles } from '../../db/queries/media-files'
import { renditionFormats, renditionName, widthsFor } from '../media/rendition-name'
import type { DatabaseCheck } from './check'

/** How many sizes of pictures are still to be made. */
export const renditions: DatabaseCheck = {
  name: 'renditions',
  async examine({ dataDir, stored }) {
    const there = storedRenditions(path.join(dataDir, 'media', 'renditions'))
    let missing = 0
    for await (const { kind, name, width } of allMediaFiles(stored.db)) {
      if (kind !== 'image') continue
      for (const step of widthsFor(width)) {
        missing += renditionFormats.filter(format => !there.has(renditionName(name, step, format))).length
      }
    }
    if (missing === 0) return []
    const what = `Sizes of pictures that are not made yet: ${missing}. Their first reader waits a moment for each.`
    return [
      {
        level: 'note',
        what,
        todo: 'Nothing: the portal makes them when it has time, or when they are asked for.',
      },
    ]
  },
}

function storedRenditions(dir: string): Set<string> {
  const folders = fs.existsSync(dir) ? fs.readdirSync(dir, { withFileTypes: true }) : []
  const names = folders
    .filter(folder => folder.isDirectory())
    .flatMap(folder => fs.readdirSync(path.join(dir, folder.name)))
  return new Set(names)
}
