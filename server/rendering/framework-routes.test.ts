import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { frameworkRoutes } from './framework-routes.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'routes-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const built = path.join(folder, '.next')
fs.mkdirSync(built)
fs.writeFileSync(
  path.join(built, 'app-path-routes-manifest.json'),
  JSON.stringify({
    '/[locale]/(reader)/[section]/page': '/[locale]/[section]',
    '/[locale]/(made)/[section]/feed.xml/route': '/[locale]/[section]/feed.xml',
    '/[locale]/share/[...picture]/route': '/[locale]/share/[...picture]',
    '/robots.txt/route': '/robots.txt',
    '/_not-found/page': '/_not-found',
  }),
)

const sources = path.join(folder, 'app')
for (const file of [
  '[locale]/(reader)/[section]/page.tsx',
  '[locale]/(made)/[section]/feed.xml/route.ts',
  '[locale]/share/[...picture]/route.tsx',
  'robots.txt/route.ts',
  'robots.txt/robots.test.ts',
]) {
  fs.mkdirSync(path.dirname(path.join(sources, file)), { recursive: true })
  fs.writeFileSync(path.join(sources, file), '')
}

describe.each([
  ['of a build', frameworkRoutes({ sources: '', built })],
  ['of the sources', frameworkRoutes({ sources, built: null })],
])('the routes %s', (_, routes) => {
  it('name what belongs to no language', () => {
    expect([...routes.roots]).toEqual(['robots.txt'])
    expect(routes.hasNewsroom).toBe(false)
  })

  it.each([
    ['/robots.txt', true],
    ['/ar/economy/feed.xml', true],
    ['/ar/share/12/3.png', true],
    ['/ar/share', false],
    ['/ar/feed.xml', false],
    ['/ar/economy', false],
    ['/ar/economy/12/feed.xml', false],
  ])('know whether %s is made', (address, isMade) => {
    expect(routes.isMade(address.split('/').slice(1))).toBe(isMade)
  })
})
