/* Whether there is a build, and of which sources. Node built-ins only. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJson } from './install/packages.mjs'
import { hashSources } from './source-state.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const nextDir = process.env.PRESS_NEXT_DIR || '.next'
const stampFile = path.join(root, '.cache', `built-${nextDir.replace(/[^\w-]/g, '')}.json`)
const files = ['dist/server/main.js', 'dist/press.js', path.join(nextDir, 'BUILD_ID')]

export function isBuilt(sources = hashSources(root)) {
  return (
    files.every(file => fs.existsSync(path.resolve(root, file))) && readJson(stampFile)?.sources === sources
  )
}

/** From here on until the build has ended there is none to rely on. */
export function forgetBuild() {
  fs.rmSync(stampFile, { force: true })
}

export function rememberBuild(sources) {
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  fs.writeFileSync(stampFile, JSON.stringify({ sources }))
}
