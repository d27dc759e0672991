import { element, type Markup } from '#domain/distribution/xml/markup.ts'
import { painted } from './mail-palette.ts'
import type { MailTables } from './mail-tables.ts'
import { typeStyle } from './mail-type.ts'
import { htmlWords } from './mail-words.ts'

/* The one thing that a mail is for, or a way on from it. */
const sizes = {
  large: { type: 'button', heightPx: 48, sidePx: 24 },
  small: { type: 'smallButton', heightPx: 44, sidePx: 18 },
} as const

/**
 * A link that looks like a button. Its cell has the colour, so that it stays one where styles of links are thrown away,
 * and its link is as high as the cell, so that every place of it can be pressed.
 */
export function button(
  { table, row, locale, start }: MailTables,
  href: string,
  words: string,
  size: keyof typeof sizes,
): Markup {
  const { type, heightPx, sidePx } = sizes[size]
  const style = `display:block;padding:0 ${sidePx}px;text-decoration:none;text-align:${start}`
  const link = element(
    'a',
    { href, ...painted({ ink: 'onAccent' }, `${style};${typeStyle(type, locale)}`) },
    htmlWords(words, locale),
  )
  return table(
    { width: null },
    row(
      { ground: 'accent', height: heightPx, style: `vertical-align:middle;mso-padding-alt:0 ${sidePx}px` },
      link,
    ),
  )
}
