/* `npm start`: installs what is missing, builds when sources changed, then becomes the server. Node built-ins only. */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { hashSources } from './source-state.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const server = path.join(root, 'dist/server/main.js')
const nextDir = process.env.PRESS_NEXT_DIR || '.next'
const stampFile = path.join(root, '.cache', `built-${nextDir.replace(/[^\w-]/g, '')}.json`)

try {
  process.chdir(root)
  await timed('Installing packages', announce => ensureInstalled({ onInstall: announce }))
  const sources = hashSources(root)
  if (!isBuilt(sources)) {
    await timed('Building', announce => {
      announce()
      return buildInChild()
    })
    fs.mkdirSync(path.dirname(stampFile), { recursive: true })
    fs.writeFileSync(stampFile, JSON.stringify({ sources }))
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
/* The server runs in this very process, so signals reach it and its exit code is ours. */
await import(pathToFileURL(server).href)

function isBuilt(sources) {
  const files = [server, path.join(root, 'dist/press.js'), path.join(root, nextDir, 'BUILD_ID'), stampFile]
  return (
    files.every(file => fs.existsSync(file)) &&
    JSON.parse(fs.readFileSync(stampFile, 'utf8')).sources === sources
  )
}

/* In a process of its own, whose memory the server does not keep. */
function buildInChild() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'scripts/build.mjs'), '--quiet'], {
      stdio: 'inherit',
    })
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error('The build did not work. Its own words stand above.')),
    )
  })
}

async function timed(what, work) {
  const begun = Date.now()
  let isAnnounced = false
  await work(() => {
    isAnnounced = true
    process.stdout.write(`${what}…\n`)
  })
  if (isAnnounced) process.stdout.write(`${what}: done in ${Math.round((Date.now() - begun) / 1000)} s\n`)
}
