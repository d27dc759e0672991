import { isolatedInOne } from '#components/bidi/isolated.tsx'
import type { SectionRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './Label.module.css'

type Props = {
  section: Pick<SectionRef, 'name' | 'glaze'>
  locale: Locale
  /** Address of the section; without it the label is plain text, as on a card that is itself a link. */
  href?: string
}

/** The name of a section, in its glaze. */
export function Label({ section, locale, href }: Props) {
  const name = isolatedInOne(section.name, locale)
  return (
    <p className={styles.label} data-section={section.glaze}>
      {href ? <a href={href}>{name}</a> : name}
    </p>
  )
}
