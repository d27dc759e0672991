import { describe, expect, it } from 'vitest'
import lock from '#package-lock.json'

type Entry = { optionalDependencies?: Record<string, string> }
const packages = lock.packages as unknown as Record<string, Entry>

/*
 * `npm install` on a machine whose registry lacks the binaries of other platforms leaves them out of the lock file,
 * and `npm ci`, which the first start runs, then refuses it everywhere.
 */
describe('the lock file', () => {
  it('has an entry for every optional package of every platform', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(name => !isFoundFrom(place, name)),
    )
    expect(missing).toEqual([])
  })
})

/* As Node looks packages up: beside the one that asks, then further out. */
function isFoundFrom(place: string, name: string): boolean {
  const folders = place.split('/node_modules/')
  return folders.some((_, index) => {
    const outer = folders.slice(0, folders.length - index).join('/node_modules/')
    return `${outer}/node_modules/${name}` in packages || `node_modules/${name}` in packages
  })
}
