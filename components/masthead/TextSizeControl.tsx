import { useTranslations } from 'next-intl'
import { ChoicePanel } from './ChoicePanel.tsx'
import styles from './TextSizeControl.module.css'

const values = ['s', 'm', 'l', 'xl'] as const

/** How large the text is. Nothing to see until enhance/ makes it work: the choice is kept by script alone. */
export function TextSizeControl() {
  const t = useTranslations('theme.textSize')
  /* A letter of the page's own script in two sizes: lines of text would be taken for a menu. */
  const sign = (
    <span className={styles.sign} aria-hidden="true">
      <span className={styles.small}>{t('letter')}</span>
      <span>{t('letter')}</span>
    </span>
  )
  return (
    <text-size suppressHydrationWarning hidden>
      <ChoicePanel
        id="text-size-choice"
        title={t('title')}
        icon={sign}
        name="text-size"
        choices={values.map(value => ({ value, label: t(value) }))}
        initial="m"
      />
    </text-size>
  )
}
