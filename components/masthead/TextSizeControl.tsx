import { useTranslations } from 'next-intl'
import { ChoicePanel } from './ChoicePanel.tsx'
import styles from './TextSizeControl.module.css'

const values = ['s', 'm', 'l', 'xl'] as const

/** The choice of text size. It is hidden until enhance/ makes it work, because only script can store the choice. */
export function TextSizeControl() {
  const t = useTranslations('theme.textSize')
  /*
   * A letter in two sizes, in the page's own script: an icon of text lines would look like a menu. The letters belong to
   * the button's name, by which readers who speak to their device call what they see.
   */
  const sign = (
    <span className={styles.sign}>
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
