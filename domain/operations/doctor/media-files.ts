import type { Reader } from '#db/open.ts'
import { allSounds } from '#db/queries/audio/sound-files.ts'
import { allMediaFiles } from '#db/queries/media-files.ts'
import { MEDIA, mediaStore } from '#domain/media/files/media-store.ts'
import type { MediaStore, StoredMedia } from '#domain/media/files/store-contract.ts'
import { MEDIA_FOLDERS, storedFile } from '#domain/media/files/stored-file.ts'
import { type DatabaseCheck, examplesOf, type Finding } from './check.ts'

/* A file is there before its row, so a newer one than this may still get its row. */
const ON_ITS_WAY_MS = 60 * 60 * 1000

/** Checks that every picture, video and sound has its complete file, and every file its row. */
export const mediaFiles: DatabaseCheck = {
  name: 'media files',
  async examine({ dataDir, stored, now }) {
    const media = mediaStore(dataDir)
    /* Files are listed before rows are read, so that a file stored meanwhile is not taken for an orphan. */
    const there = await listed(media)
    const [missing, short]: [string[], string[]] = [[], []]
    const seen = new Set<string>()
    for await (const row of everyFile(stored.db)) {
      const name = storedFile(row)
      const file = there.get(name) ?? (await media.stat(name))
      /* Equal sounds of two articles share their file. */
      seen.add(name)
      if (!file) missing.push(`${MEDIA}/${name}`)
      else if (file.bytes !== row.bytes)
        short.push(`${MEDIA}/${name} has ${file.bytes} bytes, not ${row.bytes}`)
    }
    const unused = [...there.values()].filter(
      ({ name, changedAt }) => !seen.has(name) && now.getTime() - changedAt.getTime() > ON_ITS_WAY_MS,
    )
    return [
      ...finding(
        'problem',
        missing,
        'Pictures, videos or sounds whose file is missing',
        'Readers see a gap in their place.',
        'Put these files back from a backup: unpack it with tar and copy them from its data/media.',
      ),
      ...finding(
        'problem',
        short,
        'Pictures, videos or sounds whose file is not whole',
        'Readers may see a gap in their place.',
        'Put these files back from a backup: unpack it with tar and copy them from its data/media.',
      ),
      ...finding(
        'note',
        unused.map(({ name }) => `${MEDIA}/${name}`),
        'Files that no picture, video or sound of the newsroom uses',
        'They take room, and do no harm.',
        'Remove them when you are sure, after a backup.',
      ),
    ]
  },
}

/* Sounds that voices made have no row among the media. */
async function* everyFile(db: Reader) {
  yield* allMediaFiles(db)
  for await (const sound of allSounds(db)) yield { ...sound, kind: 'audio', extension: 'mp3' } as const
}

async function listed(media: MediaStore): Promise<Map<string, StoredMedia>> {
  const files = new Map<string, StoredMedia>()
  for (const folder of Object.values(MEDIA_FOLDERS))
    for await (const file of media.list(folder)) files.set(file.name, file)
  return files
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
