/* `npm run -s press -- <command>`: the command line from a checkout. Its bundle is made anew when sources changed. */
import './node-version.mjs'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { newestChange } from './source-state.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const bundle = path.join(root, 'dist/press.js')

const isStale = !fs.existsSync(bundle) || newestChange(root) > fs.statSync(bundle).mtimeMs
if (isStale) {
  const { bundlePress } = await import('./bundle.mjs')
  await bundlePress()
}
await import(pathToFileURL(bundle).href)
