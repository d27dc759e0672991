import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type FileBelow = {
  /** From the folder on, with forward slashes. */
  name: string
  path: string
  bytes: number
  changedAt: Date
}

/**
 * The files in a folder and in those below it, by name; nothing when it is not there. Follows links: a newsroom may keep
 * its videos on another disk. What is left out is neither told nor entered.
 */
export async function* filesBelow(
  folder: string,
  isLeftOut: (name: string) => boolean,
): AsyncGenerator<FileBelow> {
  yield* visit(folder, '', new Set(), isLeftOut)
}

/* `above` ends a link that leads back up. */
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

/** Null for what is not there any more: whoever listed it a moment ago was overtaken. */
async function unlessGone<Result>(asked: Promise<Result>): Promise<Result | null> {
  return asked.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
