import type { Locale } from '#i18n/locales.ts'

/* Faces of the reader's device: a face that is loaded would tell who opened the mail, and when. */
const ARABIC = "'Geeza Pro','Segoe UI',Tahoma,'DejaVu Sans',Arial,sans-serif"
const LATIN_SANS = "'Segoe UI','Helvetica Neue',Helvetica,Arial,sans-serif"
const LATIN_SERIF = "Georgia,'Times New Roman',serif"

/** A kind of text, with its face, size and leading. */
export type Type =
  | 'nameplate'
  | 'urgent'
  | 'lead'
  | 'title'
  | 'headline'
  | 'standfirst'
  | 'summary'
  | 'band'
  | 'button'
  | 'smallButton'
  | 'link'
  | 'section'
  | 'line'
  | 'foot'
  | 'credit'

type Setting = [face: string, sizePx: number, leading: string, weight?: 400 | 700]

const arabic: Record<Type, Setting> = {
  nameplate: [ARABIC, 24, '1.3', 700],
  urgent: [ARABIC, 30, '1.42', 700],
  lead: [ARABIC, 27, '1.45', 700],
  title: [ARABIC, 26, '1.4', 700],
  headline: [ARABIC, 17, '30px', 700],
  standfirst: [ARABIC, 17, '1.75'],
  summary: [ARABIC, 15, '1.75'],
  band: [ARABIC, 15, '1.6'],
  button: [ARABIC, 16, '48px', 700],
  smallButton: [ARABIC, 15, '44px', 700],
  link: [ARABIC, 15, '24px', 700],
  section: [ARABIC, 14, '30px', 700],
  line: [ARABIC, 14, '1.75'],
  foot: [ARABIC, 13, '1.8'],
  credit: [ARABIC, 12, '1.6'],
}

const latin: Record<Type, Setting> = {
  nameplate: [LATIN_SERIF, 28, '1.3', 400],
  urgent: [LATIN_SERIF, 34, '1.2', 400],
  lead: [LATIN_SERIF, 31, '1.22', 400],
  title: [LATIN_SERIF, 30, '1.4', 400],
  headline: [LATIN_SERIF, 19, '25px', 700],
  standfirst: [LATIN_SERIF, 17, '1.5'],
  summary: [LATIN_SERIF, 15, '1.5'],
  band: [LATIN_SANS, 15, '1.6'],
  button: [LATIN_SANS, 16, '48px', 700],
  smallButton: [LATIN_SANS, 15, '44px', 700],
  link: [LATIN_SANS, 15, '24px', 700],
  section: [LATIN_SANS, 14, '25px', 700],
  line: [LATIN_SANS, 14, '1.5'],
  foot: [LATIN_SANS, 13, '1.55'],
  credit: [LATIN_SANS, 12, '1.6'],
}

const types = { ar: arabic, en: latin } satisfies Record<Locale, unknown>

/** The inline style of a kind of text in a language. */
export function typeStyle(type: Type, locale: Locale): string {
  const [face, sizePx, leading, weight] = types[locale][type]
  return `font-family:${face};font-size:${sizePx}px;line-height:${leading}${weight ? `;font-weight:${weight}` : ''}`
}
