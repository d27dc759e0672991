import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Writes a file with people's data: only its owner can read it, and a half of it never takes its place. */
export async function writePrivately(file: string, content: AsyncIterable<string>): Promise<void> {
  const draft = `${file}.${process.pid}.part`
  try {
    await pipeline(content, fs.createWriteStream(draft, { mode: 0o600, flags: 'wx' }))
    fs.renameSync(draft, file)
  } catch (error) {
    /* Nobody has heard of the draft. */
    if (error instanceof Error && 'path' in error) Object.assign(error, { path: file })
    throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}
