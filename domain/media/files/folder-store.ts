import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filesBelow } from './files-below.ts'
import type { MediaStore } from './store-contract.ts'
import { syncFolder, writeAtomically } from './write-atomically.ts'

/** A store in a folder, which is made by the first `put`. */
export function folderStore(root: string): MediaStore {
  const pathOf = (name: string) => {
    const isInside = name.split('/').every(segment => !['', '.', '..'].includes(segment))
    if (!isInside || /[\\\0]/.test(name)) throw new Error(`${JSON.stringify(name)} is no name of a file`)
    return join(root, name)
  }
  return {
    put: async (name, content) => {
      const path = pathOf(name)
      if (content instanceof Uint8Array) await writeAtomically(path, content)
      else await takeOver(content.path, path)
    },
    stat: async name => {
      const found = await stat(pathOf(name)).catch(nullWhenMissing)
      return found?.isFile() ? { name, bytes: found.size, changedAt: found.mtime } : null
    },
    open: (name, range) => createReadStream(pathOf(name), range),
    onDisk: (name, work) => work(pathOf(name)),
    list: async function* (folder) {
      for await (const { name, bytes, changedAt } of filesBelow(pathOf(folder), isDraft))
        yield { name: `${folder}/${name}`, bytes, changedAt }
    },
    remove: name => rm(pathOf(name), { force: true }),
  }
}

const isDraft = (name: string) => name.endsWith('.tmp')

/* On one disk a rename suffices; from another one the content has to be copied. */
async function takeOver(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await rename(from, to)
    await syncFolder(dirname(to))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await writeAtomically(to, createReadStream(from))
    await rm(from)
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
