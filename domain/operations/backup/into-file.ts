import fs from 'node:fs/promises'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { ofFile } from '#db/file-fault.ts'
import { syncFolder } from '#domain/media/files/write-atomically.ts'

/**
 * Writes a file as a whole or not at all; it survives a power cut once this returns. `write` gets a temporary folder
 * beside it, which is removed with its content.
 */
export async function intoFile<Result>(
  file: string,
  write: (output: Writable, workFolder: string) => Promise<Result>,
): Promise<Result> {
  const workFolder = await fs.mkdtemp(`${path.resolve(file)}.`)
  try {
    const draft = path.join(workFolder, 'draft')
    const handle = await fs.open(draft, 'wx', 0o600)
    /* The content reaches the disk before the name does. */
    const output = handle.createWriteStream({ flush: true })
    const result = await write(output, workFolder).catch(error => {
      output.destroy()
      throw ofFile(error, file)
    })
    await fs.rename(draft, file)
    await syncFolder(path.dirname(path.resolve(file)))
    return result
  } finally {
    await fs.rm(workFolder, { recursive: true, force: true })
  }
}
