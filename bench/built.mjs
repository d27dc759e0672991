import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isBuilt } from '#scripts/built.mjs'
import { root } from '#scripts/bundle.mjs'

/** Builds the portal unless the existing build was made from the current sources. */
export async function ensureBuilt() {
  if (isBuilt()) return
  if (process.stderr.isTTY) process.stderr.write('Building…\n')
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--quiet'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The build did not work. Its own words stand above.')
}
