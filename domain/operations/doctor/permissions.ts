import fs from 'node:fs'
import path from 'node:path'
import { checkDataFolder, requireDatabase } from '#db/data-folder.ts'
import { isExpected } from '#errors/expected-error.ts'
import { type Finding, type FolderCheck, findingOf } from './check.ts'

const WRITTEN = [
  ...['press.db', 'press.db-wal', 'press.db-shm'],
  ...['media', 'media/originals', 'media/videos', 'media/audio', 'media/renditions'],
]

/** Checks that the newsroom exists, and that the portal may write all of it. */
export const permissions: FolderCheck = {
  name: 'permissions',
  async examine({ dataDir }) {
    try {
      requireDatabase(dataDir)
      checkDataFolder(dataDir)
    } catch (error) {
      if (!isExpected(error, 'database')) throw error
      return [findingOf(error)]
    }
    if (!fs.existsSync(dataDir)) return [noFolder(dataDir)]
    const owner = fs.statSync(dataDir).uid
    const files = WRITTEN.map(name => path.join(dataDir, name)).flatMap(file => {
      const stat = fs.statSync(file, { throwIfNoEntry: false })
      return stat ? [{ file, uid: stat.uid }] : []
    })
    return strangers(owner, files)
  },
}

/* With SQLite, an earlier check has reported that there is no newsroom. */
const noFolder = (dataDir: string): Finding => ({
  level: 'problem',
  what: `There is no data folder ${dataDir}, where the pictures and videos of the newsroom are looked for.`,
  todo: 'Mount it, or name it in PRESS_DATA; several machines share one.',
})

/** Files that belong to another owner than the folder, as after a command that root ran in it. */
export function strangers(owner: number, files: { file: string; uid: number }[]): Finding[] {
  const foreign = files.filter(({ uid }) => uid !== owner)
  if (foreign.length === 0) return []
  return [
    {
      level: 'problem',
      what: `Some of the data folder belongs to another user than the folder itself (${owner}), and the portal may not be able to write it.`,
      todo: 'Give all of it to the user who runs the portal (chown -R), and run press as that user.',
      examples: foreign.map(({ file, uid }) => `${file} belongs to ${uid}`),
    },
  ]
}
