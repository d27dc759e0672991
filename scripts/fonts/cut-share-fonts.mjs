/**
 * Cuts the faces of share images out of the packages that the pages' faces come from:
 *
 *   node scripts/fonts/cut-share-fonts.mjs
 *
 * domain/distribution/share-images/fonts/   the faces, each under a family name of its own, their licence, and a
 *                              configuration for machines that have none
 *
 * The results are committed: a build needs none of this. Run it again when a package or font-characters.mjs changes.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import {
  ACCENTS,
  ARABIC,
  BASIC_LATIN,
  EASTERN,
  FIGURES,
  LATIN_1_SIGNS,
  NAMES,
  PUNCTUATION,
} from './font-characters.mjs'
import { renamedFace } from './font-tables.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packages = join(root, 'node_modules/@fontsource-variable')
const folder = join(root, 'domain/distribution/share-images/fonts')

const LATIN = BASIC_LATIN + LATIN_1_SIGNS + PUNCTUATION + ACCENTS
const ALL_ARABIC = ARABIC + EASTERN
/* The same as on pages, where the style sheet says it. */
const MARKAZI_SCALE = 1.2
const NEWSREADER = { opsz: 60, wght: 500 }

const markazi = 'markazi-text/files/markazi-text-SUBSET-wght-normal.woff2'
const newsreader = 'newsreader/files/newsreader-SUBSET-standard-normal.woff2'
const vazirmatn = 'vazirmatn/files/vazirmatn-SUBSET-wght-normal.woff2'
const franklin = 'libre-franklin/files/libre-franklin-SUBSET-wght-normal.woff2'

/* One family a file: whoever sets a text names them in the order in which letters are looked for. */
const faces = [
  ['AP Share Arabic', markazi, 'arabic', ALL_ARABIC, { wght: 700 }, MARKAZI_SCALE],
  ['AP Share Arabic Name', markazi, 'arabic', ARABIC, { wght: 600 }, MARKAZI_SCALE],
  ['AP Share Figures', markazi, 'latin', FIGURES, { wght: 650 }, MARKAZI_SCALE],
  ['AP Share Latin', newsreader, 'latin', LATIN, NEWSREADER],
  ['AP Share Latin Names', newsreader, 'latin-ext', NAMES, NEWSREADER],
  ['AP Share Label Arabic', vazirmatn, 'arabic', ALL_ARABIC, { wght: 700 }],
  ['AP Share Label Latin', franklin, 'latin', LATIN, { wght: 700 }],
  ['AP Share Label Latin Names', franklin, 'latin-ext', NAMES, { wght: 700 }],
]

await mkdir(folder, { recursive: true })
for (const name of await readdir(folder)) await rm(join(folder, name))
for (const [family, source, subset, text, axes, scale] of faces) {
  const bytes = await readFile(join(packages, source.replace('SUBSET', subset)))
  const cut = await subsetFont(bytes, text, { variationAxes: axes, noHinting: true, targetFormat: 'sfnt' })
  const name = `${family.toLowerCase().replaceAll(' ', '-')}.ttf`
  const face = renamedFace(cut, { family, scale })
  await writeFile(join(folder, name), face)
  console.log(`${String(face.length).padStart(7)}  ${name}`)
}
await writeFile(join(folder, 'fonts.conf'), '<?xml version="1.0"?>\n<fontconfig></fontconfig>\n')
await writeFile(join(folder, 'LICENSES.txt'), await licences())

async function licences() {
  const names = [...new Set(faces.map(([, source]) => source.split('/')[0]))]
  const texts = await Promise.all(names.map(name => readFile(join(packages, name, 'LICENSE'), 'utf8')))
  return `The fonts in this folder are subsets of the families named here, renamed, made from the packages
@fontsource-variable/*. All are under the SIL Open Font License, Version 1.1, whose text
follows; none of the families reserves its name.

${texts.map(text => text.split('\n')[0].trim()).join('\n')}

${texts[0].slice(texts[0].indexOf('------')).trim()}
`
}
