import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { archivePath, latestPath, sectionPath, topicsPath } from '#addresses/paths.ts'
import { isolatedInOne } from '#components/bidi/isolated.tsx'
import type { SectionRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'

type Props = {
  locale: Locale
  /** The reason for an empty result; it comes before the advice. */
  children?: ReactNode
  sections: readonly Pick<SectionRef, 'key' | 'name' | 'slug'>[]
}

/** Advice on searching, and links to go on for readers who found nothing. */
export function SearchAdvice({ locale, children, sections }: Props) {
  const t = useTranslations('search.advice')
  const example = (parts: ReactNode) => <code dir="auto">{parts}</code>
  const ways = [
    { href: latestPath(locale), name: t('latest') },
    { href: topicsPath(locale), name: t('topics') },
    { href: archivePath(locale), name: t('archive') },
  ]
  return (
    <div className="search-advice">
      {children && <p className="search-why">{children}</p>}
      <h2>{t('title')}</h2>
      <ul>
        <li>{t('words')}</li>
        <li>{t.rich('phrase', { example })}</li>
        <li>{t.rich('without', { example })}</li>
        <li>{t.rich('beginning', { example })}</li>
      </ul>
      <h2>{t('ways')}</h2>
      <ul className="search-ways">
        {ways.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
        {sections.map(({ key, name, slug }) => (
          <li key={key}>
            <a href={sectionPath(locale, slug)}>{isolatedInOne(name, locale)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
