import { reader } from '#db/open.ts'
import { bulletinsBefore, deleteBulletin } from '#db/queries/audio/bulletins.ts'
import { stateOfSound } from '#db/queries/audio/sound-files.ts'
import { deleteSpoken, hasNewer, readyBefore, type Spoken } from '#db/queries/audio/spoken.ts'
import { toldArticle } from '#db/queries/audio/told-articles.ts'
import { write } from '#db/write.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { soundFile } from '#domain/media/files/stored-file.ts'
import { isoDay } from '#i18n/dates.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/* Somebody may still listen to what a correction has made old. */
const SUPERSEDED_MS = HOUR_MS
/* The built-in voice speaks it again in a second; what a provider spoke was paid for. */
const BUILT_IN_MS = 30 * DAY_MS
const WITHDRAWN_MS = 30 * DAY_MS
const BULLETINS_MS = 60 * DAY_MS
const AT_ONCE = 200

/** Removes sounds that nobody needs any more, with their files. Gives how many. */
export async function forgetSounds(dataDir: string, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - SUPERSEDED_MS)
  let forgotten = 0
  for (let afterId = 0; ; ) {
    const rows = await readyBefore(reader(), before, afterId, AT_ONCE)
    for (const row of rows) if (await isUnneeded(row, now)) forgotten += await forget(dataDir, row)
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) break
    afterId = last.id
  }
  const oldest = isoDay(new Date(now.getTime() - BULLETINS_MS))
  for (const bulletin of await bulletinsBefore(reader(), oldest, AT_ONCE)) {
    await write(tx => deleteBulletin(tx, bulletin))
    await removeUnnamed(dataDir, bulletin.name)
    forgotten++
  }
  return forgotten
}

async function isUnneeded(row: Spoken, now: Date): Promise<boolean> {
  const ageMs = now.getTime() - (row.madeAt?.getTime() ?? 0)
  if (row.voice === 'built-in' && ageMs > BUILT_IN_MS) return true
  if (await hasNewer(reader(), row)) return true
  return ageMs > WITHDRAWN_MS && (await toldArticle(reader(), row.articleId, now)) === null
}

async function forget(dataDir: string, row: Spoken): Promise<number> {
  await write(tx => deleteSpoken(tx, [row.id]))
  if (row.name !== null) await removeUnnamed(dataDir, row.name)
  return 1
}

/* Equal sounds have one file. */
async function removeUnnamed(dataDir: string, name: string): Promise<void> {
  if ((await stateOfSound(name)) !== 'unknown') return
  await mediaStore(dataDir).remove(soundFile(name))
}
