import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Database, openDatabase, type Reader } from '#db/open.ts'
import { serverIdentity } from '#db/postgres/server-identity.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import { hasNewsletter, newestEditionId } from '#db/queries/newsletter/copies.ts'
import { type Tx, write } from '#db/write.ts'
import { ANY_PLACE, currentHold, holdCopyIn, PLACE_FACT } from '#domain/distribution/newsletter/holding.ts'
import { writeAtomically } from '#domain/media/files/write-atomically.ts'

/** The file beside an SQLite database that is in no backup of ours, and so tells a copy of the database from itself. */
export const MARK = 'newsletter-mark'

const markFormat = z.object({ place: z.string(), edition: z.int() })
type Mark = z.output<typeof markFormat>

/**
 * Sets sending on hold when the database was put back, or came here, by other means than `press restore` and `press
 * move`: by a copied file, Litestream, or a dump. Called before anything is sent.
 *
 * With SQLite, a file beside the database has the place's name, which the database knows too, and the newest edition. It
 * cannot see a snapshot of the whole folder that is put back where the folder was, file included. With PostgreSQL, the
 * database knows its own numbers. They cannot tell a server that was put back as a whole from itself, nor see rows that
 * were loaded into the tables as they are.
 * @returns whether it has set the hold
 */
export async function checkPlace(now = new Date()): Promise<boolean> {
  const database = openDatabase()
  const { verdict } = await judge(database.reader, await placeOf(database, database.reader))
  if (verdict === 'right') return false
  /* Judged again within the transaction: another process may have settled it. The file is written there as well, so that
   * two processes cannot write different names into file and database. */
  return write(async tx => {
    const here = await placeOf(database, tx)
    const { verdict, newest } = await judge(tx, here)
    if (verdict === 'right') return false
    const isHeld =
      verdict === 'elsewhere' && !(await currentHold(tx)) ? await holdCopyIn(tx, 'put-back', now) : false
    if (database.engine === 'postgres') await putFact(tx, PLACE_FACT, here.name)
    else {
      const place = verdict === 'behind' && here.name !== null ? here.name : randomUUID()
      await putFact(tx, PLACE_FACT, place)
      await writeMark(database.dataDir, { place, edition: newest })
    }
    return isHeld
  })
}

type Place = { name: string | null; edition: number | null }

/** `new`: the database has no place yet. `behind`: the file does not name the newest edition. */
type Verdict = 'right' | 'behind' | 'new' | 'elsewhere'

async function judge(db: Reader | Tx, here: Place): Promise<{ verdict: Verdict; newest: number }> {
  const newest = await newestEditionId(db)
  const stored = await factOf(db, PLACE_FACT)
  const verdict = async (): Promise<Verdict> => {
    if (stored === null || stored === ANY_PLACE) return (await hasNewsletter(db)) ? 'new' : 'right'
    if (stored !== here.name) return 'elsewhere'
    const edition = here.edition ?? newest
    if (edition > newest) return 'elsewhere'
    return edition < newest ? 'behind' : 'right'
  }
  return { verdict: await verdict(), newest }
}

async function placeOf({ engine, dataDir }: Database, db: Reader | Tx): Promise<Place> {
  if (engine === 'postgres') return { name: await serverIdentity(db), edition: null }
  const mark = await readMark(dataDir)
  return { name: mark?.place ?? null, edition: mark?.edition ?? null }
}

/* A file that nobody can read says as little as one that is not there. */
async function readMark(dataDir: string): Promise<Mark | null> {
  const text = await fs.readFile(path.join(dataDir, MARK), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  try {
    return markFormat.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function writeMark(dataDir: string, mark: Mark): Promise<void> {
  return writeAtomically(path.join(dataDir, MARK), Buffer.from(`${JSON.stringify(mark)}\n`))
}
