import { useLocale, useTranslations } from 'next-intl'
import { standingPagePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { StandingPageRef } from '#db/shapes.ts'
import { slot } from '#request/slots.ts'
import { AddressRow } from './AddressRow.tsx'
import { KeptData } from './KeptData.tsx'
import { LanguageChoices } from './LanguageChoices.tsx'
import { NewsletterChoices } from './NewsletterChoices.tsx'
import type { NewsletterOffer } from './newsletter-offer.ts'
import { SubscriptionForm } from './SubscriptionForm.tsx'

type Props = {
  offer: NewsletterOffer
  pages: readonly StandingPageRef[]
  /** The form comes back with its mistakes, and with everything that the reader typed. */
  isInvalid?: boolean
}

/* The reasons for which an address is not accepted, each with a sentence of its own. */
const REASONS = ['empty', 'too-long', 'forbidden', 'malformed'] as const
const anyReason = REASONS.join(' ')

/** The newsletters' own page: all that one can subscribe to, and what is kept about a reader. */
export function NewsletterPage({ offer, pages, isInvalid = false }: Props) {
  const t = useTranslations('newsletter')
  const locale = useLocale()
  const privacy = pages.find(page => page.key === 'privacy')
  return (
    <div className="letter-page">
      <div className="letter-head">
        <p className="letter-label">{t('title')}</p>
        <h1>{isInvalid ? t('invalid.title') : isolated(offer.headline, locale)}</h1>
        <p className="letter-standfirst">
          {isInvalid ? t('invalid.text') : isolated(offer.standfirst, locale)}
        </p>
      </div>
      <SubscriptionForm place="page" className="letter-form">
        <NewsletterChoices
          newsletters={offer.newsletters}
          isFilled={isInvalid}
          focusedIf={isInvalid ? 'none-chosen' : undefined}
          error={isInvalid && <span data-shown-if="none-chosen">{t('reasons.none-chosen')}</span>}
        />
        <LanguageChoices isFilled={isInvalid} />
        <div className="letter-address">
          {isInvalid ? (
            <AddressRow
              submit={t('submit')}
              field={invalidField}
              error={
                <p id="address-error" className="letter-error">
                  {REASONS.map(reason => (
                    <span key={reason} data-shown-if={reason}>
                      {t.rich(`reasons.${reason}`, { example })}
                    </span>
                  ))}
                </p>
              }
            />
          ) : (
            <AddressRow submit={t('submit')} />
          )}
          <p className="letter-fine">{t('first')}</p>
        </div>
      </SubscriptionForm>
      <KeptData privacyPath={privacy ? standingPagePath(locale, privacy.slug) : null} />
    </div>
  )
}

const invalidField = {
  defaultValue: slot('address'),
  'aria-describedby': 'address-error',
  'data-invalid-if': anyReason,
  'data-focused-if': anyReason,
}

const example = () => <bdi dir="ltr">name@example.org</bdi>
