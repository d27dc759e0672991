import { useTranslations } from 'next-intl'
import styles from './PrintedFrom.module.css'

type Props = { address: string }

/** On paper alone: where the article can be read, short enough to be typed. */
export function PrintedFrom({ address }: Props) {
  const t = useTranslations('article')
  return (
    <p className={styles.printed}>
      {t.rich('printedFrom', { address: () => <bdi dir="ltr">{address}</bdi> })}
    </p>
  )
}
