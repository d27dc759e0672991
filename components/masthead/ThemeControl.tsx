import { useTranslations } from 'next-intl'
import { ThemeIcon } from '#components/icons/ThemeIcon.tsx'
import { pageColors } from '#components/theme/page-colors.ts'
import { ChoicePanel } from './ChoicePanel.tsx'

const values = ['light', 'dark', 'system'] as const

/* In development the framework wakes up after enhance/ and would complain of what that has changed. */

/** Light, dark, or as the system says. Nothing to see until enhance/ makes it work: the choice is kept by script alone. */
export function ThemeControl() {
  const t = useTranslations('theme')
  return (
    <theme-switch
      suppressHydrationWarning
      hidden
      data-color-light={pageColors.light}
      data-color-dark={pageColors.dark}
    >
      <ChoicePanel
        id="theme-choice"
        title={t('title')}
        icon={<ThemeIcon />}
        name="theme"
        choices={values.map(value => ({ value, label: t(value) }))}
        initial="system"
      />
    </theme-switch>
  )
}
