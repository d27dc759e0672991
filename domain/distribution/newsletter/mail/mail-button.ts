import { element, type Markup } from '#domain/distribution/xml/markup.ts'
import { painted } from './mail-palette.ts'
import type { MailTables } from './mail-tables.ts'
import { typeStyle } from './mail-type.ts'
import { htmlWords } from './mail-words.ts'

const HEIGHT = 48
const SIDE = 24

/**
 * A link that looks like a button. Its cell has the colour, so that it stays one where styles of links are thrown away,
 * and its link is as high as the cell, so that every place of it can be pressed.
 */
export function button({ table, row, locale, start }: MailTables, href: string, words: string): Markup {
  const link = element(
    'a',
    {
      href,
      ...painted(
        { ink: 'onAccent' },
        `display:block;padding:0 ${SIDE}px;text-decoration:none;text-align:${start};${typeStyle('button', locale)}`,
      ),
    },
    htmlWords(words, locale),
  )
  return table(
    { width: null },
    row(
      { ground: 'accent', height: HEIGHT, style: `vertical-align:middle;mso-padding-alt:0 ${SIDE}px` },
      link,
    ),
  )
}
