import fs from 'node:fs'

/** Reads the `.env` file of the folder the program was started in, when there is one. What is set already wins. */
export function readEnvFile(): void {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
}
