import { useTranslations } from 'next-intl'
import { sectionPath } from '#addresses/paths.ts'
import { isolatedInOne } from '#components/bidi/isolated.tsx'
import width from '#components/page/PageWidth.module.css'
import type { SectionRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './SectionNav.module.css'

type Props = { sections: SectionRef[]; locale: Locale; currentKey?: string }

export function SectionNav({ sections, locale, currentKey }: Props) {
  const t = useTranslations('nav')
  if (sections.length === 0) return null
  return (
    <nav className={styles.nav} aria-label={t('sections')}>
      <ul className={`${styles.list} ${width.page}`}>
        {sections.map(({ id, key, glaze, name, slug }) => (
          <li key={id} data-section={glaze}>
            <a href={sectionPath(locale, slug)} aria-current={key === currentKey ? 'page' : undefined}>
              {isolatedInOne(name, locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
