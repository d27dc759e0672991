import type { SectionRef } from '#db/shapes.ts'
import styles from './Label.module.css'

type Props = {
  section: Pick<SectionRef, 'name' | 'glaze'>
  /** Address of the section; without it the label is plain text, as on a card that is itself a link. */
  href?: string
}

/** The name of a section, in its glaze. */
export function Label({ section, href }: Props) {
  const name = <bdi>{section.name}</bdi>
  return (
    <p className={styles.label} data-section={section.glaze}>
      {href ? <a href={href}>{name}</a> : name}
    </p>
  )
}
