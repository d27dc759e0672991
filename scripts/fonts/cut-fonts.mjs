/**
 * Cuts the site's faces out of the packages they come from and writes what refers to them:
 *
 *   node scripts/fonts/cut-fonts.mjs
 *
 * public/fonts/          the faces, named by role and content hash, and the licences
 * components/theme/      fonts.css with the @font-face rules, font-files.ts with what to preload
 *
 * The results are committed: a build needs none of this. Run it again when a package or a font-*.mjs changes.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { faces } from './font-faces.mjs'
import { fallbacks } from './font-fallbacks.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packages = join(root, 'node_modules/@fontsource-variable')
const fontsDir = join(root, 'public/fonts')
const themeDir = join(root, 'components/theme')

const cut = await Promise.all(faces.map(cutFace))
await mkdir(fontsDir, { recursive: true })
await mkdir(themeDir, { recursive: true })
await removeOldCuts()
for (const face of cut) await writeFile(join(fontsDir, face.name), face.bytes)
await writeFile(join(fontsDir, 'LICENSES.txt'), await licences())
await writeFile(join(themeDir, 'fonts.css'), styleSheet())
await writeFile(join(themeDir, 'font-files.ts'), fontFiles())
report()

async function cutFace(face) {
  const source = await readFile(join(packages, face.source))
  const options = { variationAxes: face.axes, keepFeatures: face.features, noHinting: true }
  const bytes = await subsetFont(source, face.text, { ...options, targetFormat: 'woff2' })
  const outlines = await subsetFont(source, face.text, { ...options, targetFormat: 'sfnt' })
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return { ...face, bytes, name: `${face.file}.${hash}.woff2`, line: lineMetrics(outlines) }
}

/** Ascent, descent and gap of the line box, in em, from the tables of an OpenType file. */
function lineMetrics(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = tag => {
    for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
      if (font.toString('latin1', entry, entry + 4) === tag) return view.getUint32(entry + 8)
    }
    throw new Error(`The font has no ${tag} table`)
  }
  const unitsPerEm = view.getUint16(table('head') + 18)
  const header = table('hhea')
  const inEm = offset => view.getInt16(header + offset) / unitsPerEm
  return { ascent: inEm(4), descent: -inEm(6), gap: inEm(8) }
}

function styleSheet() {
  const rules = cut.map(face =>
    rule([
      ['font-family', `"${face.family}"`],
      ['src', `url("/fonts/${face.name}") format("woff2")`],
      ['font-weight', '400 700'],
      ['font-display', face.display ?? 'swap'],
      ['size-adjust', face.adjust],
      ['unicode-range', face.range],
    ]),
  )
  const standIns = fallbacks.map(fallback => {
    const like = cut.find(face => face.file === fallback.like)
    const scale = like.adjust ? Number.parseFloat(like.adjust) / 100 : 1
    const adjust = fallback.width
    /* The overrides are in em of the adjusted size, ours in em of the size asked for. */
    const override = value => percent((value * scale) / adjust)
    return rule([
      ['font-family', `"${fallback.family}"`],
      ['src', fallback.locals.map(name => `local("${name}")`).join(', ')],
      ['size-adjust', percent(adjust)],
      ['ascent-override', override(like.line.ascent)],
      ['descent-override', override(like.line.descent)],
      ['line-gap-override', override(like.line.gap)],
      ['unicode-range', fallback.range],
    ])
  })
  return `${[
    '/* Written by scripts/fonts/cut-fonts.mjs and the font-*.mjs beside it: change those, not this. */',
    ...rules,
    "/* Stand-ins of the reader's own machine, with the line box of ours, so that nothing moves when ours arrive. */",
    ...standIns,
  ].join('\n\n')}\n`
}

function rule(declarations) {
  const lines = declarations.filter(([, value]) => value).map(([name, value]) => `  ${name}: ${value};`)
  return `@font-face {\n${lines.join('\n')}\n}`
}

function percent(value) {
  return `${Math.round(value * 10_000) / 100}%`
}

function fontFiles() {
  const list = language =>
    cut
      .filter(face => face.preload?.includes(language))
      .map(face => `'/fonts/${face.name}'`)
      .join(', ')
  return `/* Written by scripts/fonts/cut-fonts.mjs: change that, not this. */
import type { Locale } from '#i18n/locales.ts'

/** The display and the text face of each language: the only ones a page asks for before its style sheet does. */
export const preloadFonts: Record<Locale, string[]> = {
  ar: [${list('ar')}],
  en: [${list('en')}],
}
`
}

async function licences() {
  const names = [...new Set(faces.map(face => face.source.split('/')[0]))]
  const texts = await Promise.all(names.map(name => readFile(join(packages, name, 'LICENSE'), 'utf8')))
  const heads = names.map((name, index) => {
    const from = cut.filter(face => face.source.startsWith(`${name}/`)).map(face => face.name)
    return `${texts[index].split('\n')[0].trim()}\n${from.map(file => `  ${file}`).join('\n')}`
  })
  return `The fonts in this folder are subsets of the families named here, made from the packages
@fontsource-variable/*. All are under the SIL Open Font License, Version 1.1, whose text
follows; none of the families reserves its name.

${heads.join('\n\n')}

${texts[0].slice(texts[0].indexOf('------')).trim()}
`
}

async function removeOldCuts() {
  const files = await readdir(fontsDir)
  for (const file of files.filter(name => name.endsWith('.woff2'))) await rm(join(fontsDir, file))
}

function report() {
  for (const face of cut) console.log(`${String(face.bytes.length).padStart(7)}  ${face.name}`)
  for (const language of ['ar', 'en']) {
    const total = cut
      .filter(face => face.languages.includes(language))
      .reduce((sum, face) => sum + face.bytes.length, 0)
    console.log(`${String(total).padStart(7)}  a page in ${language}`)
  }
}
