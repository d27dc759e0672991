import { useLocale } from 'next-intl'
import { isolatedInOne } from '#components/bidi/isolated.tsx'
import styles from './NameList.module.css'

type Props = { items: { href: string; name: string }[] }

/** A long list of short names in columns, such as all topics. */
export function NameList({ items }: Props) {
  const locale = useLocale()
  return (
    <ul className={styles.names}>
      {items.map(({ href, name }) => (
        <li key={href}>
          <a href={href}>{isolatedInOne(name, locale)}</a>
        </li>
      ))}
    </ul>
  )
}
