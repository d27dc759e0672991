/* `npm run -s press -- <command>`: the command line from a checkout. Its bundle is made anew when sources changed. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { newestChange } from './source-state.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const bundle = path.join(root, 'dist/press.js')

const isStale =
  !fs.existsSync(bundle) ||
  newestChange(root, [
    'addresses',
    'body',
    'cli',
    'db',
    'domain',
    'i18n',
    'messages',
    'package.json',
    'settings',
  ]) > fs.statSync(bundle).mtimeMs
if (isStale) {
  if (!fs.existsSync(path.join(root, 'node_modules/esbuild'))) {
    process.stderr.write('Run npm install first.\n')
    process.exit(1)
  }
  const { bundlePress } = await import('./bundle.mjs')
  await bundlePress()
}
await import(pathToFileURL(bundle).href)
