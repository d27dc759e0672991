import { emptyElement, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { translator } from '#i18n/translator.ts'
import type { MailPicture, MailStory } from './mail-content.ts'
import { MAIL_WIDTH, SIDE } from './mail-frame.ts'
import { painted } from './mail-palette.ts'
import type { MailTables } from './mail-tables.ts'
import { typeStyle } from './mail-type.ts'
import { htmlWords, plainWords } from './mail-words.ts'

const TEXT_WIDTH = MAIL_WIDTH - 2 * SIDE
/* A portrait stands no higher than it could be wide. */
const MAX_HEIGHT = TEXT_WIDTH

const SECTION_WIDTH = 84
const SECTION_GAP = 12
/* The headline beside it gives way. */
const WHOLE_WORDS = 'overflow-wrap:normal;word-break:normal'

/** The story at the top, with its picture: two or three rows. */
export function leadRows(tables: MailTables, story: MailStory): Markup {
  const { row, block, link, locale } = tables
  return markup(
    pictureRows(tables, story),
    row(
      { padding: `${story.picture ? 12 : 24}px ${SIDE}px 22px` },
      block(
        'p',
        { type: 'section', ink: story.section.glaze, style: 'line-height:1.6' },
        htmlWords(story.section.name, locale),
      ),
      block(
        'h1',
        { type: 'lead', ink: 'ink' },
        link(story.url, 'ink', 'text-decoration:none', htmlWords(story.headline, locale)),
      ),
      standfirst(tables, story),
      block(
        'p',
        { padding: '10px 0 0', type: 'link' },
        link(story.url, 'accent', 'text-decoration:underline', htmlWords(readWords(story, locale), locale)),
      ),
    ),
  )
}

export function standfirst({ block, locale }: MailTables, story: MailStory): Markup | null {
  if (!story.standfirst) return null
  return block(
    'p',
    { type: 'standfirst', ink: 'ink2', padding: '8px 0 0' },
    htmlWords(story.standfirst, locale),
  )
}

/** The picture of a story and whose it is; nothing where it has none. */
export function pictureRows(
  { row, link, locale }: MailTables,
  { picture, url, headline }: MailStory,
): Markup {
  if (!picture) return markup()
  return markup(
    row(
      { padding: `24px ${SIDE}px 0` },
      link(url, 'ink3', 'text-decoration:none', image(picture, headline, locale)),
    ),
    picture.credit
      ? row({ padding: `6px ${SIDE}px 0`, type: 'credit', ink: 'ink3' }, htmlWords(picture.credit, locale))
      : null,
  )
}

/* Mail programs show the alternative text until a reader asks for pictures, so it is set like a text. */
function image(picture: MailPicture, headline: string, locale: MailTables['locale']): Markup {
  const scale = Math.min(1, TEXT_WIDTH / picture.width, MAX_HEIGHT / picture.height)
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const style = `display:block;width:100%;max-width:${width}px;height:auto;border:0;text-decoration:none`
  return emptyElement('img', {
    src: picture.url,
    width,
    height,
    alt: plainWords(picture.alt, locale) || plainWords(headline, locale),
    ...painted({ ink: 'ink3', ground: 'well' }, `${style};${typeStyle('line', locale)}`),
    bgcolor: null,
  })
}

/** The other stories, each with its section before it. */
export function otherStories(
  { row, table, cells, cell, block, link, end, locale }: MailTables,
  stories: readonly MailStory[],
): Markup | null {
  if (stories.length === 0) return null
  const line = { rule: 'rule', ruleAt: ['top', 1] } as const
  const rows = stories.map(story =>
    cells(
      cell(
        {
          ...line,
          class: 'above',
          type: 'section',
          ink: story.section.glaze,
          width: SECTION_WIDTH,
          padding: '14px 0',
          style: `width:${SECTION_WIDTH - SECTION_GAP}px;padding-${end}:${SECTION_GAP}px;${WHOLE_WORDS}`,
        },
        htmlWords(story.section.name, locale),
      ),
      cell(
        { ...line, class: 'below', padding: '14px 0' },
        block(
          'h2',
          { type: 'headline', ink: 'ink' },
          link(story.url, 'ink', 'text-decoration:none', htmlWords(story.headline, locale)),
        ),
        story.standfirst && block('p', { type: 'summary', ink: 'ink2' }, htmlWords(story.standfirst, locale)),
      ),
    ),
  )
  return row({ padding: `0 ${SIDE}px` }, table({ width: '100%', style: 'width:100%' }, ...rows))
}

/** «اقرأ المقال، 4 دقائق» or `Read the story, 4 minutes`. */
export function readWords({ minutes }: MailStory, locale: MailTables['locale']): string {
  const t = translator(locale, 'mail')
  return minutes === null ? t('read') : t('readIn', { minutes })
}
