import { useLocale, useTranslations } from 'next-intl'
import { phraseForms } from './phrase-forms.ts'

/* Eleven messages that say the same on every page of a language. */
const wordsOf = new Map<string, string>()

/** Gives the readers' script the words of "3 minutes ago". One for a page; draws nothing. */
export function RelativeTimes() {
  const t = useTranslations('enhance')
  const locale = useLocale()
  let words = wordsOf.get(locale)
  if (words === undefined) {
    words = JSON.stringify({
      now: t('now'),
      minutes: phraseForms(count => t('minutesAgo', { count })),
      hours: phraseForms(count => t('hoursAgo', { count })),
    })
    wordsOf.set(locale, words)
  }
  return <relative-times hidden data-words={words} />
}
