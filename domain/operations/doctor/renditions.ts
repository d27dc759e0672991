import path from 'node:path'
import { allMediaFiles } from '#db/queries/media-files.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { renditionFormats, renditionName, widthsFor } from '#domain/media/pictures/rendition-name.ts'
import type { DatabaseCheck } from './check.ts'

/** Reports the number of renditions that are still to be made. */
export const renditions: DatabaseCheck = {
  name: 'renditions',
  async examine({ dataDir, stored }) {
    const there = await storedRenditions(dataDir)
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

async function storedRenditions(dataDir: string): Promise<Set<string>> {
  const names = new Set<string>()
  for await (const { name } of mediaStore(dataDir).list('renditions')) names.add(path.basename(name))
  return names
}
