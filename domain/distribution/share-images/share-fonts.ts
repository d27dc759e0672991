import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const FILES = [
  'ap-share-arabic.ttf',
  'ap-share-arabic-name.ttf',
  'ap-share-figures.ttf',
  'ap-share-latin.ttf',
  'ap-share-latin-names.ttf',
  'ap-share-label-arabic.ttf',
  'ap-share-label-latin.ttf',
  'ap-share-label-latin-names.ttf',
]

/** Font families for each use and language, in order of preference for each character. */
export const families = {
  headline: {
    ar: 'AP Share Arabic, AP Share Figures, AP Share Latin, AP Share Latin Names',
    en: 'AP Share Latin, AP Share Latin Names, AP Share Arabic, AP Share Figures',
  },
  name: {
    ar: 'AP Share Arabic Name, AP Share Latin, AP Share Latin Names',
    en: 'AP Share Latin, AP Share Latin Names, AP Share Arabic Name',
  },
  label: {
    ar: 'AP Share Label Arabic, AP Share Label Latin, AP Share Label Latin Names',
    en: 'AP Share Label Latin, AP Share Label Latin Names, AP Share Label Arabic',
  },
} as const

const loading = new Map<string, Promise<void>>()

/**
 * Makes the font faces known to everything that sets text afterwards. Only the first call in a process does anything.
 */
export function loadShareFonts(fontsDir: string): Promise<void> {
  let loaded = loading.get(fontsDir)
  if (!loaded) {
    loaded = load(fontsDir)
    loading.set(fontsDir, loaded)
    loaded.catch(() => loading.delete(fontsDir))
  }
  return loaded
}

/* The library learns of a font file only by setting text with it. */
async function load(fontsDir: string): Promise<void> {
  quietenFontconfig(fontsDir)
  for (const file of FILES)
    await sharp({ text: { text: 'A ا', font: 'AP Share Latin', fontfile: join(fontsDir, file) } })
      .raw()
      .toBuffer()
}

/*
 * A machine without fonts of its own, such as a container, has no font configuration either, and fontconfig would warn
 * about that.
 */
function quietenFontconfig(fontsDir: string): void {
  const { FONTCONFIG_FILE: file, FONTCONFIG_PATH: folder } = process.env
  if (!file && !folder && !existsSync('/etc/fonts/fonts.conf'))
    process.env.FONTCONFIG_FILE = join(fontsDir, 'fonts.conf')
}
