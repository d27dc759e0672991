/* Compares the lock file with the packages that belong on this machine and are there. Runs on older Nodes too. */
import fs from 'node:fs'
import path from 'node:path'

/**
 * The places of the packages that npm would install here.
 * @param {Record<string, { version?: string, dev?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }>} locked
 *   `packages` of a lock file
 * @param {{ withDev: boolean, platform?: string, arch?: string, libc?: string }} options
 */
export function placesOf(
  locked,
  { withDev, platform = process.platform, arch = process.arch, libc = isMusl() ? 'musl' : 'glibc' },
) {
  const isOurs = ({ os, cpu, libc: kind }) =>
    includes(os, platform) && includes(cpu, arch) && (platform !== 'linux' || includes(kind, libc))
  return Object.keys(locked).filter(
    place => place !== '' && (withDev || !locked[place].dev) && isOurs(locked[place]),
  )
}

/** Whether this is a Linux with another C library than most, for which packages have other binaries. */
export function isMusl() {
  if (process.platform !== 'linux') return false
  const report = process.report?.getReport()
  const { header } = typeof report === 'string' ? JSON.parse(report) : report
  return header.glibcVersionRuntime === undefined
}

/* As npm reads them: `linux`, or `!win32`; no list is any. */
function includes(list, name) {
  const names = [list ?? []].flat()
  const wanted = names.filter(each => !each.startsWith('!'))
  return !names.includes(`!${name}`) && (wanted.length === 0 || wanted.includes(name))
}

/** The number of them that are there, complete or not. */
export function countPresent(root, places) {
  return places.filter(place => fs.existsSync(path.join(root, place, 'package.json'))).length
}

/** npm's own record of the installed packages; null when there is none. */
export function installedPackages(root) {
  return readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages ?? null
}

export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
