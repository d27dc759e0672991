import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isolated } from '#components/bidi/isolated.tsx'
import type { OfferedNewsletter } from './newsletter-offer.ts'

type Translate = ReturnType<typeof useTranslations<'newsletter'>>

type Props = {
  newsletters: readonly OfferedNewsletter[]
  /** The edge checks what a reader has chosen; without it the first is chosen. */
  isFilled?: boolean
  /** The condition under which the reader has to choose one first. */
  focusedIf?: 'nothing' | 'none-chosen'
  /** The sentence for that. */
  error?: ReactNode
}

/** The newsletters with their rhythm, to choose from. */
export function NewsletterChoices({ newsletters, isFilled = false, focusedIf, error }: Props) {
  const t = useTranslations('newsletter')
  const locale = useLocale()
  return (
    <fieldset aria-describedby={error ? 'choices-error' : undefined}>
      <legend>{t('choices')}</legend>
      <ul className="letter-choices">
        {newsletters.map((newsletter, index) => (
          <li key={newsletter.name}>
            <label>
              <input
                type="checkbox"
                name="edition"
                value={newsletter.name}
                defaultChecked={!isFilled && index === 0}
                data-checked-if={isFilled ? newsletter.name : undefined}
                data-focused-if={index === 0 ? focusedIf : undefined}
              />
              <span>
                <b>{isolated(newsletter.title, locale)}</b>
                {isolated(newsletter.about, locale)}
              </span>
              <span className="letter-rhythm">{rhythm(t, newsletter)}</span>
            </label>
          </li>
        ))}
      </ul>
      {error && (
        <p id="choices-error" className="letter-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/* When it goes out, in words: «كل جمعة، 09:00». */
function rhythm(t: Translate, { at, day }: OfferedNewsletter) {
  if (at === null) return t('rhythm.asItHappens')
  const name = day === null ? undefined : DAYS[day]
  return name ? t(`rhythm.every.${name}`, { at }) : t('rhythm.everyDay', { at })
}
