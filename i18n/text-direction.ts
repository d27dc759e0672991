export type Direction = 'rtl' | 'ltr'

/** Languages that are written from right to left, by their first subtag. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'azb',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'pnb',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])

/** The direction of a language tag: `rtl` for `ar` and `fa-AF`, `ltr` for `fr`. A script in the tag decides. */
export function directionOf(lang: string): Direction {
  const [language = '', script] = lang.toLowerCase().split('-')
  if (script === 'latn' || script === 'cyrl') return 'ltr'
  if (script === 'arab' || script === 'hebr') return 'rtl'
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
}
