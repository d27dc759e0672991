import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { root } from '#scripts/bundle.mjs'

/** Runs a `press` command to its end on a data folder and, if `url` is given, a database on a server. */
export async function runPress(args, dataDir, url = '') {
  const child = spawn(process.execPath, [path.join(root, 'dist/press.js'), ...args], {
    env: { ...process.env, DATABASE_URL: url, PRESS_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`press ${args[0]} did not work`)
}
