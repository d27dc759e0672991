import fs from 'node:fs'
import path from 'node:path'
import { allMediaFiles } from '../../db/queries/media-files'
import { storedFile } from '../media/stored-file'
import { type DatabaseCheck, examplesOf, type Finding } from './check'

/* A file is there before its row: what is as new as this may be on its way. */
const ON_ITS_WAY_MS = 60 * 60 * 1000

/** Whether every picture and video has its file, whole, and every file its row. */
export const mediaFiles: DatabaseCheck = {
  name: 'media files',
  async examine({ dataDir, stored, now }) {
    /* Looked for before the rows are: whatever comes in between is not taken for an orphan. */
    const there = filesIn(dataDir, now)
    const [missing, short]: [string[], string[]] = [[], []]
    for await (const row of allMediaFiles(stored.db)) {
      const name = storedFile(row)
      there.delete(name)
      const bytes = fs.statSync(path.join(dataDir, name), { throwIfNoEntry: false })?.size
      if (bytes === undefined) missing.push(name)
      else if (bytes !== row.bytes) short.push(`${name} has ${bytes} bytes, not ${row.bytes}`)
    }
    return [
      ...finding(
        'problem',
        missing,
        'Pictures or videos whose file is missing',
        'Readers see a gap in their place.',
        'Put these files back from a backup: unpack it with tar and copy them from its data/media.',
      ),
      ...finding(
        'problem',
        short,
        'Pictures or videos whose file is not whole',
        'Readers may see a gap in their place.',
        'Put these files back from a backup: unpack it with tar and copy them from its data/media.',
      ),
      ...finding(
        'note',
        [...there],
        'Files that no picture or video of the newsroom uses',
        'They take room, and do no harm.',
        'Remove them when you are sure, after a backup.',
      ),
    ]
  },
}

function filesIn(dataDir: string, now: Date): Set<string> {
  const names = ['originals', 'videos'].flatMap(folder => {
    const dir = path.join(dataDir, 'media', folder)
    return fs.existsSync(dir) ? fs.readdirSync(dir).map(name => `media/${folder}/${name}`) : []
  })
  const isOld = (name: string) => {
    const stat = fs.statSync(path.join(dataDir, name), { throwIfNoEntry: false })
    return stat !== undefined && now.getTime() - stat.mtimeMs > ON_ITS_WAY_MS
  }
  return new Set(names.filter(isOld))
}

function finding(
  level: Finding['level'],
  about: string[],
  what: string,
  meaning: string,
  todo: string,
): Finding[] {
  if (about.length === 0) return []
  return [{ level, what: `${what}: ${about.length}. ${meaning}`, todo, examples: examplesOf(about) }]
}
