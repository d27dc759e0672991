import { type Locale, locales } from './locales.ts'

const formats = {
  ar: new Intl.NumberFormat(locales.ar.intl),
  en: new Intl.NumberFormat(locales.en.intl),
} as const

const lists = {
  ar: new Intl.ListFormat('ar', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
} as const

const collators = { ar: new Intl.Collator('ar'), en: new Intl.Collator('en') } as const

export function formatNumber(value: number, locale: Locale): string {
  return formats[locale].format(value)
}

/** The parts of «أ وب وج» or `A, B and C`, so that each name can stand in markup of its own. */
export function listParts(
  items: readonly string[],
  locale: Locale,
): { type: 'element' | 'literal'; value: string }[] {
  return lists[locale].formatToParts(items) as { type: 'element' | 'literal'; value: string }[]
}

/** Alphabetical order of names; in Arabic the article «ال» does not count. */
export function compareNames(a: string, b: string, locale: Locale): number {
  const bare = (name: string) => (locale === 'ar' ? name.replace(/^ال/, '') : name)
  return collators[locale].compare(bare(a), bare(b))
}
