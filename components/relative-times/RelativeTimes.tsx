import { useLocale, useTranslations } from 'next-intl'
import { phraseForms } from './phrase-forms.ts'

/* The eleven phrases are the same on every page of a language, so they are formatted once. */
const wordsOf = new Map<string, string>()

/** Hands phrases such as "3 minutes ago" to the readers' script. A page has one; it shows nothing itself. */
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
