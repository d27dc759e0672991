import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type FileBelow = {
  /** Relative to the folder, with forward slashes. */
  name: string
  path: string
  bytes: number
  changedAt: Date
}

/**
 * The files below a folder, by name; none when it does not exist. Follows links: a newsroom may keep its videos on
 * another disk. Files and folders that `isLeftOut` names are skipped.
 */
export async function* filesBelow(
  folder: string,
  isLeftOut: (name: string) => boolean,
): AsyncGenerator<FileBelow> {
  yield* visit(folder, '', new Set(), isLeftOut)
}

/* `above` detects a link that leads back up. */
async function* visit(
  folder: string,
  prefix: string,
  above: ReadonlySet<string>,
  isLeftOut: (name: string) => boolean,
): AsyncGenerator<FileBelow> {
  const real = await unlessGone(realpath(folder))
  if (real === null || above.has(real)) return
  const inside = new Set([...above, real])
  for (const entry of (await readdir(folder)).sort()) {
    const name = prefix + entry
    if (isLeftOut(name)) continue
    const path = join(folder, entry)
    const found = await unlessGone(stat(path))
    if (found?.isDirectory()) yield* visit(path, `${name}/`, inside, isLeftOut)
    if (found?.isFile()) yield { name, path, bytes: found.size, changedAt: found.mtime }
  }
}

/** Null for a file that was removed after it was listed. */
async function unlessGone<Result>(asked: Promise<Result>): Promise<Result | null> {
  return asked.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
