import type { Locale } from '#i18n/locales.ts'
import { translator } from '#i18n/translator.ts'
import type { Edition } from './edition.ts'
import type { MailStory } from './mail-content.ts'
import { oneLine, plainWords } from './mail-words.ts'

/** «المرافئ تستعيد حركتها، وستة أخبار أخرى», or the news alone where it is breaking. */
export function editionSubject({ locale, newsletter, stories }: Edition, lead: MailStory): string {
  const t = translator(locale, 'mail')
  const headline = oneLine(lead.headline)
  if (newsletter.name === 'breaking') return plainWords(t('breakingSubject', { headline }), locale)
  const count = stories.length - 1
  if (count === 0) return plainWords(headline, locale)
  const values = { headline, count, number: countInWords(count, locale) }
  /* Behind a question mark no comma follows. */
  const subject = /[?!؟…]["”’»)]*$/u.test(headline) ? t('subjectAfterMark', values) : t('subject', values)
  return plainWords(subject, locale)
}

/* Numbers to ten are words, by the house style. */
function countInWords(count: number, locale: Locale): string {
  const name = NUMBERS[count - 2]
  return name ? translator(locale, 'mail')(`numbers.${name}`) : String(count)
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const

/* Lists of mails show about this much behind the subject. */
const MOST_SIGNS = 150

/** The words that the subject leaves out: the headlines behind the first, or else the standfirst. */
export function editionPreview({ locale, newsletter, stories }: Edition, lead: MailStory): string {
  const others = newsletter.name === 'breaking' ? [] : stories.slice(1).map(story => oneLine(story.headline))
  if (others.length === 0) return plainWords(shortened(lead.standfirst || newsletter.title), locale)
  let preview = ''
  for (const headline of others) {
    const longer = preview ? `${preview} · ${headline}` : headline
    if (preview && longer.length > MOST_SIGNS) break
    preview = longer
  }
  return plainWords(shortened(preview), locale)
}

/* Ends behind a whole word: a cut Arabic word would be another word. */
function shortened(text: string): string {
  if (text.length <= MOST_SIGNS) return text
  const start = text.slice(0, MOST_SIGNS)
  const words = start.replace(/[\s\p{P}]*\s\S*$/u, '')
  return `${words}…`
}
