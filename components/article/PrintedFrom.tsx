import { useTranslations } from 'next-intl'
import styles from './PrintedFrom.module.css'

type Props = { address: string }

/** Shown in print only: the article's address, short enough to type. */
export function PrintedFrom({ address }: Props) {
  const t = useTranslations('article')
  return (
    <p className={styles.printed}>
      {t.rich('printedFrom', { address: () => <bdi dir="ltr">{address}</bdi> })}
    </p>
  )
}
