import { useLocale, useTranslations } from 'next-intl'
import { sectionPath } from '#addresses/paths.ts'
import type { HeadlineItem, SectionRef } from '#db/shapes.ts'
import styles from './Gone.module.css'
import { NoticePage } from './NoticePage.tsx'

type Props = { section: SectionRef; suggestions: HeadlineItem[] }

/** The page for status 410: the editors withdrew the article that was here. */
export function Gone({ section, suggestions }: Props) {
  const t = useTranslations('notice')
  const locale = useLocale()
  return (
    <NoticePage status={410} title={t('gone')} text={t('goneText')} suggestions={suggestions}>
      <p className={styles.section}>
        <a href={sectionPath(locale, section.slug)}>{t('section', { section: section.name })}</a>
      </p>
    </NoticePage>
  )
}
