/* Programs import this first: the engine of the database and the log's level are settled while modules load. */
import { readEnvFile } from './env-file.ts'

try {
  readEnvFile()
} catch {
  /* The program reads the file again and reports the error. */
}
