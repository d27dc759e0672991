import { useLocale, useTranslations } from 'next-intl'
import { localeList, locales } from '#i18n/locales.ts'

type Props = {
  /** The edge checks the reader's language; without it that of the page is chosen. */
  isFilled?: boolean
}

/** The languages of the mails, to choose one. That of the page stands first. */
export function LanguageChoices({ isFilled = false }: Props) {
  const t = useTranslations('newsletter')
  const own = useLocale()
  const ordered = localeList.toSorted((a, b) => Number(b === own) - Number(a === own))
  return (
    <fieldset>
      <legend>{t('language')}</legend>
      <ul className="letter-languages">
        {ordered.map(locale => (
          <li key={locale}>
            <label>
              <input
                type="radio"
                name="language"
                value={locale}
                defaultChecked={!isFilled && locale === own}
                data-checked-if={isFilled ? locale : undefined}
              />
              <span lang={locale} dir={locales[locale].dir}>
                {locales[locale].name}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
