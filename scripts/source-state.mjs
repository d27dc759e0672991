import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/* The sources of a build. public/enhance is its product. */
const SOURCES = [
  'addresses',
  'app',
  'body',
  'components',
  'cli',
  'db',
  'domain',
  'enhance',
  'errors',
  'i18n',
  'messages',
  'outside',
  'public',
  'request',
  'scripts/build.mjs',
  'scripts/bundle.mjs',
  'server',
  'settings',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.next.json',
]

/** A hash over every source of the build; equal hashes mean that there is nothing to build. */
export function hashSources(root) {
  const hash = crypto.createHash('sha256')
  for (const file of listSources(root, SOURCES)) {
    hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

/** When a source changed last, in milliseconds. */
export function newestChange(root) {
  return Math.max(0, ...listSources(root, SOURCES).map(file => fs.statSync(file).mtimeMs))
}

function listSources(root, names) {
  return names.flatMap(name => listFiles(path.join(root, name))).filter(file => isSource(root, file))
}

function isSource(root, file) {
  const name = path.relative(root, file)
  return !/\.test(ing)?\.tsx?$/.test(name) && !name.startsWith(path.join('public', 'enhance'))
}

function listFiles(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [file]
  return fs
    .readdirSync(file)
    .sort()
    .flatMap(name => listFiles(path.join(file, name)))
}
