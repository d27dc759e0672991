import '#settings/env-file-first.ts'

import { readEnvFile } from '#settings/env-file.ts'
import { runPress } from './run-press.ts'

/* A reader such as `head` may close the pipe early. */
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
})

readEnvFile()
await runPress(process.argv.slice(2))
