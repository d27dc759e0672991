/* What of the lock file belongs on this machine, and what of it is there. */
import fs from 'node:fs'
import path from 'node:path'

/**
 * The places of the packages that npm would install here.
 * @param {Record<string, { version?: string, dev?: boolean, os?: string | string[], cpu?: string | string[] }>} locked
 *   `packages` of a lock file
 * @param {{ withDev: boolean, platform?: string, arch?: string }} options
 */
export function placesOf(locked, { withDev, platform = process.platform, arch = process.arch }) {
  return Object.keys(locked).filter(place => {
    const { dev, os, cpu } = locked[place]
    return place !== '' && (withDev || !dev) && includes(os, platform) && includes(cpu, arch)
  })
}

/* As npm reads them: `linux`, or `!win32`; no list is any. */
function includes(list, name) {
  const names = [list ?? []].flat()
  const wanted = names.filter(each => !each.startsWith('!'))
  return !names.includes(`!${name}`) && (wanted.length === 0 || wanted.includes(name))
}

/** How many of them are there, whole or not. */
export function countPresent(root, places) {
  return places.filter(place => fs.existsSync(path.join(root, place, 'package.json'))).length
}

/** What npm wrote down about the packages that are installed; null when none are. */
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
