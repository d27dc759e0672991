import { describe, expect, it } from 'vitest'
import lock from '#package-lock.json'
import nodePackage from '#scripts/node/package.json'
import nodeLock from '#scripts/node/package-lock.json'
import { placesOf } from './packages.mjs'

const locked = {
  '': {},
  'node_modules/next': {},
  'node_modules/vitest': { dev: true },
  'node_modules/swc-linux': { optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/swc-linux-musl': { optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'node_modules/swc-anywhere-else': { optional: true, os: ['!linux'] },
}
const linux = { platform: 'linux', arch: 'x64', libc: 'glibc' }

describe('the packages of a lock file that belong here', () => {
  it('are those of this platform', () => {
    expect(placesOf(locked, { withDev: false, ...linux })).toEqual([
      'node_modules/next',
      'node_modules/swc-linux',
    ])
    expect(placesOf(locked, { withDev: false, ...linux, platform: 'darwin' })).toEqual([
      'node_modules/next',
      'node_modules/swc-anywhere-else',
    ])
  })

  it('have those for tests among them when those are wanted', () => {
    expect(placesOf(locked, { withDev: true, ...linux })).toContain('node_modules/vitest')
  })
})

describe('the packages of the first start', () => {
  /* Without one of them, the framework installs every package for tests while it builds. */
  it.each(['typescript', '@types/node', '@types/react', 'esbuild'])('have %s', name => {
    expect(placesOf(lock.packages, { withDev: false })).toContain(`node_modules/${name}`)
  })
})

describe('the packages of Node', () => {
  it('are of one version, in the lock file too', () => {
    const wanted = Object.values(nodePackage.optionalDependencies)
    const found = Object.entries(nodeLock.packages).flatMap(([place, entry]) =>
      place === '' || !('version' in entry) ? [] : [entry.version],
    )
    expect(new Set([...wanted, ...found]).size).toBe(1)
    expect(found).toHaveLength(wanted.length)
  })
})
