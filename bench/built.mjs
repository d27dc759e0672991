import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '#scripts/bundle.mjs'
import { hashSources } from '#scripts/source-state.mjs'
import { cacheDir } from './settings.mjs'

/** Builds the portal unless the existing build was made from the current sources. */
export async function ensureBuilt() {
  const stamp = path.join(cacheDir, 'built')
  const sources = hashSources(root)
  fs.mkdirSync(cacheDir, { recursive: true })
  const isBuilt =
    fs.existsSync(path.join(root, 'dist/server/main.js')) &&
    fs.existsSync(path.join(root, '.next/BUILD_ID')) &&
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === sources
  if (isBuilt) return
  if (process.stderr.isTTY) process.stderr.write('Building…\n')
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--quiet'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The build did not work. Its own words stand above.')
  fs.writeFileSync(stamp, sources)
}
