import { useTranslations } from 'next-intl'
import { TextSizeIcon } from '../icons/TextSizeIcon'
import { ChoicePanel } from './ChoicePanel'

const values = ['s', 'm', 'l', 'xl'] as const

/** How large the text is. Nothing to see until enhance/ makes it work: the choice is kept by script alone. */
export function TextSizeControl() {
  const t = useTranslations('theme.textSize')
  return (
    <text-size hidden>
      <ChoicePanel
        id="text-size-choice"
        title={t('title')}
        icon={<TextSizeIcon />}
        name="text-size"
        choices={values.map(value => ({ value, label: t(value) }))}
        initial="m"
      />
    </text-size>
  )
}
