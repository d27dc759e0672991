import fs from 'node:fs'
import type { Readable } from 'node:stream'
import { ofFile } from '#db/file-fault.ts'

/** The file that a command reads, or standard input for `-`. */
export function inputFile(file: string): Readable {
  if (file === '-') return process.stdin
  return fs.createReadStream(file).once('error', error => ofFile(error, file))
}
