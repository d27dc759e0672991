import { useTranslations } from 'next-intl'
import { isolated } from '#components/bidi/isolated.tsx'
import type { HeadlineItem } from '#db/shapes.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import styles from './Missing.module.css'
import { NoticePage } from './NoticePage.tsx'

type Props = {
  suggestions: HeadlineItem[]
  /** The same story in the other language, when it is published there. */
  elsewhere?: { href: string; headline: string; locale: Locale }
}

/** The page for status 404: nothing is here, or not in this language. */
export function Missing({ suggestions, elsewhere }: Props) {
  const t = useTranslations('notice')
  if (!elsewhere)
    return <NoticePage status={404} title={t('missing')} text={t('missingText')} suggestions={suggestions} />
  return (
    <NoticePage status={404} title={t('elsewhere')} text={t('elsewhereText')} suggestions={suggestions}>
      <p className={styles.elsewhere} lang={elsewhere.locale} dir={locales[elsewhere.locale].dir}>
        <a href={elsewhere.href} hrefLang={elsewhere.locale}>
          {isolated(elsewhere.headline, elsewhere.locale)}
        </a>
      </p>
    </NoticePage>
  )
}
