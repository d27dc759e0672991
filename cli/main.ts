import '../request/env-file-first'

import { readEnvFile } from '../request/env-file'
import { runPress } from './run-press'

readEnvFile()
await runPress(process.argv.slice(2))
