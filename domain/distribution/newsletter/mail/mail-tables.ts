import { type Content, element, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import { type Ink, type Paint, painted } from './mail-palette.ts'
import { type Type, typeStyle } from './mail-type.ts'

/** Where the text of a cell stands: at the start of a line, or in the middle. */
type Side = 'start' | 'center'

type CellLook = Paint & {
  padding?: string
  side?: Side
  type?: Type
  style?: string
  width?: number
  height?: number
  class?: string
}

type TableLook = Paint & { width: number | '100%' | null; side?: Side; style?: string }

/** Writers of elements for one language. */
export type MailTables = ReturnType<typeof mailTables>

/**
 * Writes the tables of a mail in one language. Gmail keeps neither `html` nor `body`, and pages of webmail have a
 * direction of their own: so direction, language and alignment stand on every table and every cell, in attributes and in
 * style, and nobody who writes a mail can forget them.
 */
export function mailTables(locale: Locale) {
  const { dir } = locales[locale]
  const start = dir === 'rtl' ? 'right' : 'left'
  const end = dir === 'rtl' ? 'left' : 'right'
  const placed = (side: Side) => {
    const align = side === 'center' ? 'center' : start
    return { attributes: { dir, lang: locale, align }, style: `direction:${dir};text-align:${align}` }
  }

  function table({ width, side = 'start', style, ...paint }: TableLook, ...rows: Content[]): Markup {
    const place = placed(side)
    /* The attribute lets tables float in browsers; Outlook needs it. */
    const box = side === 'start' ? 'float:none' : 'margin:0 auto'
    return element(
      'table',
      {
        role: 'presentation',
        ...place.attributes,
        width,
        cellpadding: 0,
        cellspacing: 0,
        border: 0,
        ...withClass(painted(paint, joined(`direction:${dir}`, box, style))),
      },
      ...rows,
    )
  }

  function cell(look: CellLook, ...content: Content[]): Markup {
    const { padding, side = 'start', type, style, width, height, class: name, ...paint } = look
    const place = placed(side)
    const face = type && typeStyle(type, locale)
    return element(
      'td',
      {
        ...place.attributes,
        valign: 'top',
        width,
        height,
        ...withClass(painted(paint, joined(place.style, padding && `padding:${padding}`, face, style)), name),
      },
      ...content,
    )
  }

  return {
    locale,
    dir,
    start,
    end,
    table,
    cell,
    /** A row of one cell. */
    row: (look: CellLook, ...content: Content[]): Markup => element('tr', {}, cell(look, ...content)),
    cells: (...all: Markup[]): Markup => element('tr', {}, ...all),
    /** A block of text; a heading or a paragraph without the margins of its own. */
    block: (name: 'h1' | 'h2' | 'p', look: BlockLook, ...content: Content[]): Markup => {
      const { type, style, padding, ...paint } = look
      const place = placed('start')
      const face = type && typeStyle(type, locale)
      return element(
        name,
        {
          ...place.attributes,
          ...withClass(
            painted(paint, joined('margin:0', `padding:${padding ?? 0}`, place.style, face, style)),
          ),
        },
        ...content,
      )
    },
    /** A link in words. Clients colour links as they like unless the link itself has a colour. */
    link: (href: string, ink: Ink, style: string, ...content: Content[]): Markup =>
      element('a', { href, ...withClass(painted({ ink }, style)) }, ...content),
    pieces: markup,
  }
}

type BlockLook = Paint & { type?: Type; style?: string; padding?: string }

const joined = (...styles: (string | undefined)[]) => styles.filter(Boolean).join(';')

function withClass<Attributes extends { class: string | null }>(attributes: Attributes, name?: string) {
  return { ...attributes, class: [attributes.class, name].filter(Boolean).join(' ') || null }
}
