import { frontPath } from '#addresses/paths.ts'
import { type Content, element, emptyElement, Markup, markup } from '#domain/distribution/xml/markup.ts'
import { type Locale, locales, otherLocale } from '#i18n/locales.ts'
import type { MailSite } from './mail-content.ts'
import { darkRules, painted } from './mail-palette.ts'
import type { MailTables } from './mail-tables.ts'
import { typeStyle } from './mail-type.ts'
import { htmlWords, oneLine } from './mail-words.ts'

/** The width of a mail in pixels, and the space at its sides. */
export const MAIL_WIDTH = 600
export const SIDE = 24

/* Addresses and other words without an end stay inside a narrow screen. */
const WRAPS = 'overflow-wrap:anywhere;word-break:break-word'

type Frame = { site: MailSite; subject: string; preview: string }

/** A whole mail: what its programs need to know, the preview that lists of mails show, nameplate, rows and foot. */
export function mailDocument(tables: MailTables, { site, subject, preview }: Frame, rows: Content[]): string {
  const { locale, dir, start, table, row } = tables
  const place = { lang: locale, dir }
  const letter = table(
    {
      width: MAIL_WIDTH,
      side: 'center',
      ground: 'paper',
      style: `width:100%;max-width:${MAIL_WIDTH}px;${WRAPS}`,
    },
    nameplate(tables, site),
    ...rows,
  )
  const canvas = table(
    { width: '100%', side: 'center', ground: 'page', style: 'width:100%' },
    row({ side: 'center', padding: '24px 0', ground: 'page' }, outlookWidth(tables, letter)),
  )
  const wrapper = element(
    'div',
    {
      ...place,
      align: start,
      ...painted({ ground: 'page' }, `direction:${dir};text-align:${start}`),
      bgcolor: null,
    },
    hiddenPreview(preview),
    canvas,
  )
  const body = element(
    'body',
    { ...place, ...painted({ ground: 'page' }, 'margin:0;padding:0;-webkit-text-size-adjust:100%') },
    wrapper,
  )
  const office = { 'xmlns:o': 'urn:schemas-microsoft-com:office:office' }
  return `<!DOCTYPE html>${element('html', { ...place, ...office }, head(locale, subject), body).text}`
}

function head(locale: Locale, subject: string): Markup {
  const meta = (name: string, content: string) => emptyElement('meta', { name, content })
  return element(
    'head',
    {},
    emptyElement('meta', { charset: 'utf-8' }),
    meta('viewport', 'width=device-width,initial-scale=1'),
    meta('x-apple-disable-message-reformatting', ''),
    meta('format-detection', 'telephone=no,date=no,address=no,email=no,url=no'),
    meta('color-scheme', 'light dark'),
    meta('supported-color-schemes', 'light dark'),
    element('title', {}, subject),
    new Markup(OUTLOOK_SETTINGS + (locale === 'ar' ? OUTLOOK_FACE : '')),
    element('style', {}, new Markup(`${SCHEMES}${STACKED}${darkRules()}`)),
  )
}

const SCHEMES = ':root{color-scheme:light dark;supported-color-schemes:light dark}'

/* On the narrowest telephones the name of a section stands above its headline. */
const STACKED =
  '@media (max-width:379px){.above,.below{display:block!important;width:auto!important}.above{padding:12px 0 0!important}.below{border-top:0!important;padding:0 0 12px!important}}'

const OUTLOOK_SETTINGS =
  '<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->'

/* Outlook on Windows takes the first face alone, and Times where that is missing. */
const OUTLOOK_FACE =
  '<!--[if mso]><style>td,p,h1,h2,a,span{font-family:Tahoma,Arial,sans-serif!important}</style><![endif]-->'

/* Outlook on Windows knows no greatest width: for it alone the mail stands in a table of a fixed one. */
function outlookWidth({ table, row }: MailTables, letter: Markup): Markup {
  const [before = '', after = ''] = table(
    { width: MAIL_WIDTH, side: 'center' },
    row({ padding: '0' }, HOLE),
  ).text.split(HOLE)
  const forOutlook = (text: string) => new Markup(`<!--[if mso]>${text}<![endif]-->`)
  return markup(forOutlook(before), letter, forOutlook(after))
}

const HOLE = '|'

/*
 * Lists of mails go on with the text of the mail behind a short preview. Signs without ink fill the rest of their line.
 */
function hiddenPreview(preview: string): Markup {
  const style =
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all'
  return element('div', { style }, preview, new Markup(FILLING))
}

const FILLING = '&#847;&zwnj;&nbsp;'.repeat(90)

function nameplate({ row, link, locale }: MailTables, site: MailSite): Markup {
  const other = otherLocale(locale)
  const names = [name(locale, site.names[locale])]
  if (site.names[other] && site.names[other] !== site.names[locale])
    names.push(
      element('span', painted({ ink: 'accent' }, STAR), new Markup(' &#10036; ')),
      name(other, site.names[other]),
    )
  return row(
    {
      side: 'center',
      padding: '22px 24px 14px',
      ink: 'ink',
      rule: 'ruleInk',
      ruleAt: ['bottom', 3],
      style: 'line-height:1.3',
    },
    link(new URL(frontPath(locale), site.siteUrl).href, 'ink', 'text-decoration:none', ...names),
  )
}

const STAR = 'font-size:18px;font-family:sans-serif'

function name(locale: Locale, words: string): Markup {
  const place = { lang: locale, dir: locales[locale].dir }
  return element('span', { ...place, style: typeStyle('nameplate', locale) }, oneLine(words))
}

/** The last row: why the mail came, what can be done about it, and who sent it from where. */
export function footRow(
  { row, block, link, pieces, locale }: MailTables,
  site: MailSite,
  why: Content,
  links: { href: string; words: string; isFirst?: boolean }[],
): Markup {
  const entries = links.map(({ href, words, isFirst }, index) =>
    pieces(
      index > 0 && new Markup(' &nbsp;&#183;&nbsp; '),
      link(
        href,
        'ink',
        `font-weight:${isFirst ? 700 : 400};text-decoration:underline;display:inline-block;padding:10px 0`,
        words,
      ),
    ),
  )
  return row(
    { padding: '20px 24px 24px', type: 'foot', ink: 'ink3', rule: 'ruleInk', ruleAt: ['top', 3] },
    block('p', {}, why),
    entries.length > 0 && block('p', { style: 'line-height:24px' }, ...entries),
    block('p', { padding: entries.length > 0 ? '0' : '14px 0 0' }, htmlWords(imprint(site, locale), locale)),
  )
}

/** The publisher of the site, and the address where post arrives. */
export function imprint({ names, postalAddress }: MailSite, locale: Locale): string {
  const name = oneLine(names[locale])
  const address = postalAddress
    .split(/[\r\n]+/)
    .map(line => oneLine(line))
    .filter(Boolean)
    .join(locale === 'ar' ? '، ' : ', ')
  if (!address || address.startsWith(name)) return address || name
  return `${name}${locale === 'ar' ? '، ' : ', '}${address}`
}
