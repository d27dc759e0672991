/* Imported before all others by the programs: some modules read their setting while they load. */
import { readEnvFile } from './env-file.ts'

try {
  readEnvFile()
} catch {
  /* The program reads it once more, and says what is wrong. */
}
