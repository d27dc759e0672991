import { useTranslations } from 'next-intl'
import { ThemeIcon } from '#components/icons/ThemeIcon.tsx'
import { pageColors } from '#components/theme/page-colors.ts'
import { ChoicePanel } from './ChoicePanel.tsx'

const values = ['light', 'dark', 'system'] as const

/* In development React hydrates after enhance/ and would warn about its changes. */

/** The choice of theme: light, dark or system. It is hidden until enhance/ makes it work: only script can store it. */
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
