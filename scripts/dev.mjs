/* `npm run dev`: the same server, with the framework in development; it starts anew when its own sources change. */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
await ensureInstalled({ onInstall: () => process.stdout.write('Installing packages…\n') })
const { default: esbuild } = await import('esbuild')
const { bundleEnhance, serverOptions } = await import('./bundle.mjs')

let child = null
let isLeaving = false

const restartAfterBuild = {
  name: 'restart-after-build',
  setup(build) {
    build.onEnd(result => {
      if (result.errors.length === 0) restart()
    })
  },
}

await bundleEnhance({ minify: false })
const context = await esbuild.context({ ...serverOptions, plugins: [restartAfterBuild] })
await context.watch()
watchEnhance()

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    isLeaving = true
    await context.dispose()
    if (!child) process.exit(0)
    child.kill(signal)
  })
}

function restart() {
  if (isLeaving) return
  const start = () => {
    child = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js', '--dev'], {
      stdio: 'inherit',
    })
    child.once('exit', code => {
      /* It ended by itself: a setting or the port is wrong, and it has said so. */
      if (child?.isReplaced) return
      process.exit(code ?? 0)
    })
  }
  if (!child) return start()
  child.isReplaced = true
  child.once('exit', start)
  child.kill('SIGTERM')
}

function watchEnhance() {
  const folder = path.join(root, 'enhance')
  if (!fs.existsSync(folder)) return
  let timer = null
  fs.watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      await bundleEnhance({ minify: false }).then(restart, error =>
        process.stderr.write(`${error.message}\n`),
      )
    }, 200)
  })
}
