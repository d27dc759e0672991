import styles from './NameList.module.css'

type Props = { items: { href: string; name: string }[] }

/** A long list of short names in columns, such as all topics. */
export function NameList({ items }: Props) {
  return (
    <ul className={styles.names}>
      {items.map(({ href, name }) => (
        <li key={href}>
          <a href={href}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}
