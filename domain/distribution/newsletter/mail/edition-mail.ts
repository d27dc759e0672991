import { latestPath } from '#addresses/paths.ts'
import { element, emptyElement, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { formatClock, formatMastheadDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { translator } from '#i18n/translator.ts'
import type { Edition } from './edition.ts'
import { editionPreview, editionSubject } from './edition-subject.ts'
import { editionText } from './edition-text.ts'
import { button } from './mail-button.ts'
import type { MailContent, MailStory } from './mail-content.ts'
import { footRow, mailDocument, SIDE } from './mail-frame.ts'
import { type MailTables, mailTables } from './mail-tables.ts'
import { htmlSentence, htmlWords, oneLine } from './mail-words.ts'
import { signOf } from './placeholders.ts'
import { leadRows, otherStories, pictureRows, readWords, standfirst } from './story-rows.ts'
import { zoneInWords } from './zone-words.ts'

/** An edition of a newsletter, the same for all its subscribers but for the personal lines in its foot. */
export function editionMail(edition: Edition): MailContent {
  const [lead, ...others] = edition.stories
  if (!lead) throw new Error('An edition has at least one story')
  const subject = editionSubject(edition, lead)
  const preview = editionPreview(edition, lead)
  const tables = mailTables(edition.locale)
  const rows =
    edition.newsletter.name === 'breaking'
      ? urgentRows(tables, edition, lead)
      : digestRows(tables, edition, lead, others)
  return {
    subject,
    preview,
    html: mailDocument(tables, { site: edition.site, subject, preview }, [
      ...rows,
      editionFoot(tables, edition),
    ]),
    text: editionText(edition, lead),
  }
}

function digestRows(
  tables: MailTables,
  edition: Edition,
  lead: MailStory,
  others: MailStory[],
): (Markup | null)[] {
  const { row, locale, link } = tables
  const { newsletter, at, breaking, site } = edition
  const t = translator(locale, 'mail')
  return [
    dayRow(
      tables,
      element('b', {}, htmlWords(newsletter.title, locale)),
      ' \u00a0·\u00a0 ',
      element('span', { style: 'white-space:nowrap' }, htmlWords(formatMastheadDay(at, locale), locale)),
    ),
    breaking &&
      row(
        BAND,
        bandHead(locale, breaking.at),
        emptyElement('br'),
        link(
          breaking.url,
          'onBreaking',
          'text-decoration:none;font-weight:700',
          htmlWords(breaking.text, locale),
        ),
      ),
    leadRows(tables, lead),
    otherStories(tables, others),
    row(
      { padding: `6px ${SIDE}px 24px` },
      button(
        tables,
        new URL(latestPath(locale), site.siteUrl).href,
        t(newsletter.name === 'weekly' ? 'allLatest' : 'allOfToday'),
        'small',
      ),
    ),
  ]
}

/* One story: the headline comes first, whatever picture it has. */
function urgentRows(tables: MailTables, { at, breaking }: Edition, lead: MailStory): Markup[] {
  const { row, block, link, locale } = tables
  return [
    dayRow(tables, htmlWords(formatMastheadDay(at, locale), locale)),
    row(BAND, bandHead(locale, breaking?.at ?? at)),
    row(
      { padding: `20px ${SIDE}px 0` },
      block(
        'h1',
        { type: 'urgent', ink: 'ink' },
        link(lead.url, 'ink', 'text-decoration:none', htmlWords(lead.headline, locale)),
      ),
      standfirst(tables, lead),
    ),
    pictureRows(tables, lead),
    row({ padding: `20px ${SIDE}px 28px` }, button(tables, lead.url, readWords(lead, locale), 'large')),
  ]
}

const BAND = { padding: `10px ${SIDE}px`, type: 'band', ground: 'breaking', ink: 'onBreaking' } as const

function dayRow({ row }: MailTables, ...content: (Markup | string)[]): Markup {
  return row(
    { padding: `9px ${SIDE}px`, type: 'line', ink: 'ink2', rule: 'rule', ruleAt: ['bottom', 1] },
    ...content,
  )
}

function bandHead(locale: Locale, at: Date): Markup {
  return markup(
    element('b', {}, translator(locale, 'mail')('breaking')),
    ' ',
    element('span', { dir: 'ltr' }, formatClock(at)),
    ' ',
    htmlWords(zoneInWords(locale), locale),
  )
}

function editionFoot(tables: MailTables, { locale, site, newsletter }: Edition): Markup {
  const t = translator(locale, 'mail')
  const why = (date: string) => t('why', { title: oneLine(newsletter.title), date })
  return footRow(tables, site, htmlSentence(why, 'confirmedOn', locale), [
    { href: signOf('leaveUrl'), words: t('leave'), isFirst: true },
    { href: signOf('changeUrl'), words: t('change') },
    ...(site.privacyUrl ? [{ href: site.privacyUrl, words: t('privacy') }] : []),
  ])
}
