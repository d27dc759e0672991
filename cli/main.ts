import '#settings/env-file-first.ts'

import { readEnvFile } from '#settings/env-file.ts'
import { runPress } from './run-press.ts'

/* Whoever reads may have read enough, as in `press article list | head`. */
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
})

readEnvFile()
await runPress(process.argv.slice(2))
