/*
 * `npm run dev`: the same server, with the framework in development. The framework brings changes of pages, and of what
 * they are made of, by itself; the server starts anew only for what pages do not share with it.
 */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { bundleEnhance, pageSources, serverOptions } from './bundle.mjs'
import { changedFiles, needsRestart } from './dev-changes.mjs'
import { checkListening } from './listening.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const ENHANCE_PAUSE_MS = 50
const LONGEST_CLOSING_MS = 10_000
process.chdir(root)

let running = null
let isLeaving = false
let seen = new Map()
const told = new Set()

const actAfterBuild = {
  name: 'act-after-build',
  setup(build) {
    build.onEnd(async ({ errors, metafile }) => {
      if (errors.length > 0) return
      const { changed, times } = changedFiles(seen, Object.keys(metafile.inputs))
      seen = times
      if (!running) return start()
      const pages = await pageSources()
      const reasons = changed.filter(file => needsRestart(file, pages))
      if (reasons.length > 0) restart(reasons)
      else for (const file of changed) sayShared(file)
    })
  },
}

try {
  await checkListening()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
await bundleEnhance({ minify: false })
const context = await esbuild.context({ ...serverOptions, metafile: true, plugins: [actAfterBuild] })
await context.watch()
watchEnhance()

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isLeaving = true
    if (running) end(running, signal)
    else process.exit(0)
  })
}

/* It ends with us, however we end: see run.mjs. */
function start() {
  const args = ['--enable-source-maps', 'scripts/run.mjs', 'dist/server/main.js', '--dev']
  const server = { process: spawn(process.execPath, args, { stdio: 'inherit' }), isReplaced: false }
  running = server
  server.process.once('exit', code => {
    /* Where it ended by itself, a setting or the port is wrong, and it has said so. */
    if (isLeaving || !server.isReplaced) process.exit(isLeaving ? 0 : (code ?? 1))
    start()
  })
}

function restart(reasons) {
  if (isLeaving || running.isReplaced) return
  process.stdout.write(`${reasons.join(', ')} changed: the server starts anew.\n`)
  running.isReplaced = true
  told.clear()
  end(running, 'SIGTERM')
}

/* The framework, which may still be starting, takes the order to end without ending. */
function end(server, signal) {
  server.process.kill(signal)
  setTimeout(() => server.process.kill('SIGKILL'), LONGEST_CLOSING_MS).unref()
}

/* Once for each: whoever works on a query saves it again and again. */
function sayShared(file) {
  if (told.has(file)) return
  told.add(file)
  process.stdout.write(
    `${file}: pages have it. Search suggestions and jobs take it when the server starts anew.\n`,
  )
}

/* The server takes the new names from dist/enhance-files.json. */
function watchEnhance() {
  let timer = null
  fs.watch(path.join(root, 'enhance'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      bundleEnhance({ minify: false }).catch(error => process.stderr.write(`${error.message}\n`))
    }, ENHANCE_PAUSE_MS)
  })
}
