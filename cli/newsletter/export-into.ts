import { pipeline } from 'node:stream/promises'
import { writePrivately } from './write-privately.ts'

type Options = { json?: boolean; count: number; what: string }

/** Writes a list into a file or to standard output, and says how long it is. */
export async function exportInto(
  file: string,
  content: AsyncIterable<string>,
  { json = false, count, what }: Options,
): Promise<void> {
  const isPipe = file === '-'
  if (isPipe) await pipeline(content, process.stdout, { end: false })
  else await writePrivately(file, content)
  const words = json
    ? JSON.stringify({ file: isPipe ? null : file, exported: count }, null, 2)
    : `${what} exported: ${count}`
  if (json || !isPipe) (isPipe ? process.stderr : process.stdout).write(`${words}\n`)
}
