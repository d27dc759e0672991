import { useTranslations } from 'next-intl'
import { phraseForms } from './phrase-forms'

/** Gives the readers' script the words of "3 minutes ago". One for a page; draws nothing. */
export function RelativeTimes() {
  const t = useTranslations('enhance')
  const words = {
    now: t('now'),
    minutes: phraseForms(count => t('minutesAgo', { count })),
    hours: phraseForms(count => t('hoursAgo', { count })),
  }
  return <relative-times hidden data-words={JSON.stringify(words)} />
}
