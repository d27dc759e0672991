import { useTranslations } from 'next-intl'
import type { Locale } from '#i18n/locales.ts'
import { monthName } from '#i18n/months.ts'
import { SEARCH_FORM_ID } from './search-form-id.ts'

type Props = {
  locale: Locale
  name: 'from' | 'to'
  /** `2026-02-22` */
  value: string | null
}

/** A day in three fields, in the words and order of the page: a date input follows the browser's language instead. */
export function DayField({ locale, name, value }: Props) {
  const t = useTranslations('search.filters')
  const [year = '', month = '', day = ''] = value?.split('-') ?? []
  return (
    <fieldset className="search-day">
      <legend>{t(name)}</legend>
      {choice(`${name}-day`, t('day'), Number(day), 31, String)}
      {choice(`${name}-month`, t('month'), Number(month), 12, number => monthName(number, locale))}
      <input
        form={SEARCH_FORM_ID}
        type="text"
        inputMode="numeric"
        name={`${name}-year`}
        aria-label={t('year')}
        placeholder={t('year')}
        maxLength={4}
        autoComplete="off"
        defaultValue={year}
      />
    </fieldset>
  )
}

function choice(
  name: string,
  label: string,
  value: number,
  most: number,
  textOf: (number: number) => string,
) {
  return (
    <select form={SEARCH_FORM_ID} name={name} aria-label={label} defaultValue={value || ''}>
      <option value="">{label}</option>
      {Array.from({ length: most }, (_, index) => (
        <option key={textOf(index + 1)} value={index + 1}>
          {textOf(index + 1)}
        </option>
      ))}
    </select>
  )
}
