import styles from './PeriodLinks.module.css'

type Props = {
  label: string
  periods: { name: string; href: string | null; current?: boolean }[]
}

/** A row of years or months; one without articles is plain text. */
export function PeriodLinks({ label, periods }: Props) {
  return (
    <nav className={styles.periods} aria-label={label}>
      <h2>{label}</h2>
      <ul>
        {periods.map(({ name, href, current }) => (
          <li key={name}>
            {href ? (
              <a href={href} aria-current={current ? 'page' : undefined}>
                {name}
              </a>
            ) : (
              <span>{name}</span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
