/** The readers' and the editors' side have root layouts of their own: neither loads a file that the other brings. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { localesUnderTest } from './site.ts'

type Manifest = {
  clientModules: Record<string, { chunks: string[] }>
  entryCSSFiles: Record<string, { path: string }[]>
  entryJSFiles: Record<string, string[]>
}

const READERS = '/[locale]/(reader)/'
const NEWSROOM = '/[locale]/newsroom/'

const built = path.resolve(process.env.PRESS_NEXT_DIR || '.next')
const places = Object.keys(
  JSON.parse(fs.readFileSync(path.join(built, 'app-path-routes-manifest.json'), 'utf8')),
).filter(place => place.endsWith('/page'))
const hasNewsroom = places.some(place => place.startsWith(NEWSROOM))

/** The scripts and styles of a side beyond what the framework gives every page. */
function filesOf(side: string): Set<string> {
  return new Set(places.filter(place => place.startsWith(side)).flatMap(filesOfPage))
}

function filesOfPage(place: string): string[] {
  const source = fs.readFileSync(
    path.join(built, 'server/app', `${place}_client-reference-manifest.js`),
    'utf8',
  )
  const manifest: Manifest = JSON.parse(source.slice(source.indexOf('"] = ') + 5, source.lastIndexOf(';')))
  const isOurs = ([name]: [string, unknown]) => !name.startsWith('[project]/node_modules/next/')
  return [
    ...Object.entries(manifest.entryCSSFiles).flatMap(([, files]) => files.map(file => file.path)),
    ...Object.entries(manifest.entryJSFiles)
      .filter(isOurs)
      .flatMap(([, files]) => files),
    ...Object.entries(manifest.clientModules)
      .filter(isOurs)
      .flatMap(([, { chunks }]) => chunks),
  ].map(file => path.basename(file))
}

test('neither side loads a script or a style of the other', () => {
  const readers = filesOf(READERS)
  expect([...readers].filter(file => file.endsWith('.js'))).toEqual([])
  expect([...readers].filter(file => file.endsWith('.css')).length).toBeGreaterThan(0)
  expect([...filesOf(NEWSROOM)].filter(file => readers.has(file))).toEqual([])
})

for (const locale of localesUnderTest) {
  /* Readers' routes match any address in a language: the newsroom needs a route for what it does not know, too. */
  for (const address of [`/${locale}/newsroom`, `/${locale}/newsroom/nothing-here/at-all`]) {
    test(`${address} is the newsroom's own page, or the readers' page for a missing one`, async ({
      request,
    }) => {
      const answer = await request.get(address)
      const html = await answer.text()
      const readersFiles = [...filesOf(READERS)].filter(file => html.includes(file))
      if (hasNewsroom) {
        expect(html).not.toMatch(/localStorage|\/enhance\//)
        expect(readersFiles).toEqual([])
      } else {
        expect(answer.status()).toBe(404)
        expect(html).toContain('/enhance/reader.')
        expect(readersFiles).not.toEqual([])
      }
    })
  }
}
