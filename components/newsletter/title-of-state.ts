import type { useTranslations } from 'next-intl'
import type { NewsletterStateProps } from './NewsletterState.tsx'

/** The title of a window or tab for a state: that of its heading. */
export function titleOfState(
  name: NewsletterStateProps['name'],
  t: ReturnType<typeof useTranslations<'newsletter'>>,
): string {
  return t(`${name === 'too-many' ? 'tooMany' : name}.title`)
}
