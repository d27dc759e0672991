import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { localeList } from '#i18n/locales.ts'
import { preloadFonts } from './font-files.ts'

const fontsDir = fileURLToPath(new URL('../../public/fonts/', import.meta.url))
const css = readFileSync(new URL('./fonts.css', import.meta.url), 'utf8')

type Rule = { family: string; file: string | undefined; body: string }
const rules: Rule[] = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => ({
  family: /font-family: "([^"]+)"/.exec(body)?.[1] ?? '',
  file: /url\("\/fonts\/([^"]+)"\)/.exec(body)?.[1],
  body,
}))
const own = rules.filter(rule => rule.file !== undefined)

/** Font families that a page of each language loads for ordinary text. */
const families = {
  ar: ['AP Display Arabic', 'AP Text Arabic', 'AP Sans Arabic', 'AP Guest'],
  en: ['AP Display', 'AP Text', 'AP Sans', 'AP Guest Arabic', 'AP Lockup Arabic'],
} as const
const onRarePagesOnly = /-(accents|names|eastern)\./

const bytesOf = (file: string) => readFileSync(fontsDir + file)

describe('fonts', () => {
  it('are all there, under the hash of their content, and nothing else is', () => {
    for (const { file = '' } of own) {
      const bytes = bytesOf(file)
      expect(bytes.subarray(0, 4).toString('latin1')).toBe('wOF2')
      expect(file.split('.').at(-2)).toBe(createHash('sha256').update(bytes).digest('hex').slice(0, 8))
    }
    const stored = readdirSync(fontsDir).filter(file => file.endsWith('.woff2'))
    expect(stored.sort()).toEqual(own.map(rule => rule.file).sort())
  })

  it.each(localeList)('of a page in %s take at most 90 KB', locale => {
    const loaded = own.filter(
      rule =>
        (families[locale] as readonly string[]).includes(rule.family) &&
        !onRarePagesOnly.test(rule.file ?? ''),
    )
    const total = loaded.reduce((sum, rule) => sum + bytesOf(rule.file ?? '').length, 0)
    expect(loaded.length).toBeGreaterThan(3)
    expect(total).toBeLessThanOrEqual(90_000)
  })

  it('are declared with a range and never hide text for long', () => {
    for (const { family, body } of own) {
      expect(body).toMatch(/unicode-range: U\+/)
      expect(body).toContain(`font-display: ${family.startsWith('AP Lockup') ? 'block' : 'swap'}`)
    }
  })

  it.each(localeList)('to preload for %s are that language’s own, two at most', locale => {
    expect(preloadFonts[locale].length).toBeGreaterThan(0)
    expect(preloadFonts[locale].length).toBeLessThanOrEqual(2)
    for (const path of preloadFonts[locale]) {
      const rule = own.find(({ file }) => path === `/fonts/${file}`)
      expect(families[locale] as readonly string[]).toContain(rule?.family)
    }
  })

  it('have a stand-in with the same line box for every family of text', () => {
    for (const family of new Set(Object.values(families).flat())) {
      if (/Lockup|Guest/.test(family)) continue
      const standIn = rules.find(rule => rule.family === `${family} Fallback`)
      expect(standIn?.body).toMatch(/local\(/)
      expect(standIn?.body).toMatch(/ascent-override: [\d.]+%/)
    }
  })

  it('come with their licence', () => {
    const licence = readFileSync(`${fontsDir}LICENSES.txt`, 'utf8')
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1')
    for (const { file = '' } of own) expect(licence).toContain(file)
  })
})
