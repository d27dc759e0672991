/* Builds the portal: the readers' script, the pages (Next), and the bundles of server/ and cli/. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleEnhance, bundlePress, bundleServer, root } from './bundle.mjs'

/** @param {{ quiet?: boolean }} options quiet: the framework's own lines are shown only when it fails */
export async function build({ quiet = false } = {}) {
  await Promise.all([bundleEnhance(), bundlePress(), bundleServer()])
  await buildPages(quiet)
}

function buildPages(quiet) {
  return new Promise((resolve, reject) => {
    const next = path.join(root, 'node_modules/next/dist/bin/next')
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    const said = []
    child.stdout?.on('data', chunk => said.push(chunk))
    child.stderr?.on('data', chunk => said.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(said))
      reject(new Error('The pages could not be built.'))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ quiet: process.argv.includes('--quiet') })
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
