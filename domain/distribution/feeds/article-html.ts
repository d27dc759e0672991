import { footnotesOf } from '#body/body.ts'
import type { FeedArticle } from '#db/shapes.ts'
import { element, markup } from '#domain/distribution/xml/markup.ts'
import { formatDayAndClock } from '#i18n/dates.ts'
import type { BodyContext } from './body-context.ts'
import { blocksHtml, footnotesHtml } from './body-html.ts'
import type { FeedWords } from './feed.ts'
import { leadHtml } from './media-html.ts'
import { textHtml } from './text-html.ts'

type Context = Omit<BodyContext, 'pictures' | 'videos' | 'attachments' | 'footnotes'> & { words: FeedWords }

/**
 * All of an article as HTML. Readers ignore the language of a feed, so the text says its own, and its direction.
 */
export function articleHtml(article: FeedArticle, context: Context): string {
  const { locale, direction } = context
  const { standfirst, lead, body, pictures, videos, attachments, corrections } = article
  const footnotes = footnotesOf(body)
  const numbers = new Map(footnotes.map((footnote, index) => [footnote, index + 1]))
  const own: BodyContext = { ...context, pictures, videos, attachments, footnotes: numbers }
  return element(
    'div',
    { dir: direction, lang: locale },
    lead && leadHtml(lead, own),
    standfirst !== '' && element('p', {}, element('strong', {}, textHtml(standfirst, direction))),
    blocksHtml(body.content, own),
    footnotesHtml(footnotes, own),
    correctionsHtml(corrections, context),
  ).text
}

function correctionsHtml(corrections: FeedArticle['corrections'], { locale, direction, words }: Context) {
  if (corrections.length === 0) return null
  const items = corrections.map(({ at, text }) =>
    element(
      'li',
      {},
      element('time', { datetime: at.toISOString() }, formatDayAndClock(at, locale)),
      ': ',
      textHtml(text, direction),
    ),
  )
  return markup(element('h2', {}, words.corrections(corrections.length)), element('ul', {}, items))
}
