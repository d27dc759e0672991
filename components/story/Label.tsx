import type { SectionRef } from '#db/shapes.ts'
import styles from './Label.module.css'

type Props = {
  section: Pick<SectionRef, 'name' | 'glaze'>
  /** Where the section is; without it the label is no link, as on a card that is one itself. */
  href?: string
}

/** The name of a section in its glaze. */
export function Label({ section, href }: Props) {
  const name = <bdi>{section.name}</bdi>
  return (
    <p className={styles.label} data-section={section.glaze}>
      {href ? <a href={href}>{name}</a> : name}
    </p>
  )
}
