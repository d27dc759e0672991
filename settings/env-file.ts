import fs from 'node:fs'

/** Reads the `.env` file of the working directory, if there is one. Variables that are already set win. */
export function readEnvFile(): void {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
}
