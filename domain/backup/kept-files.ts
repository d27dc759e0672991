import fs from 'node:fs/promises'
import path from 'node:path'
import { DATABASE } from './manifest'

export type KeptFile = {
  /** Where it lies in the data folder, with forward slashes. */
  name: string
  path: string
  bytes: number
}

/*
 * Everything is kept that is not known to be useless, so that what a later version puts into the data folder is not
 * forgotten. The database is copied by other means; renditions are made again when they are asked for.
 */
const LEFT_OUT = [
  new RegExp(`^${DATABASE}(-wal|-shm|-journal)?$`),
  /^media\/renditions$/,
  /\.tmp$/,
  /* What Litestream remembers of this very file. */
  new RegExp(`^\\.${DATABASE}-litestream$`),
  /* What a backup or a restoration that was killed left there; what a file system keeps for itself. */
  /^(press-backup-\w+|\.restore-\w+|lost\+found)$/,
]

/** The files of a data folder that a backup holds beside the database, by name. */
export async function keptFiles(dataDir: string): Promise<KeptFile[]> {
  const found: KeptFile[] = []
  await visit(dataDir, '', new Set(), found)
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/* Follows links: a newsroom may keep its videos on another disk. `above` ends a link that leads back up. */
async function visit(folder: string, prefix: string, above: Set<string>, found: KeptFile[]): Promise<void> {
  const real = await fs.realpath(folder)
  if (above.has(real)) return
  const inside = new Set([...above, real])
  for (const entry of await fs.readdir(folder)) {
    const name = prefix + entry
    if (LEFT_OUT.some(pattern => pattern.test(name))) continue
    const file = path.join(folder, entry)
    const stat = await unlessGone(fs.stat(file))
    if (stat?.isDirectory()) await visit(file, `${name}/`, inside, found)
    if (stat?.isFile()) found.push({ name, path: file, bytes: stat.size })
  }
}

/** Null for what is not there any more: whoever listed it a moment ago was overtaken. */
async function unlessGone<Result>(asked: Promise<Result>): Promise<Result | null> {
  return asked.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
