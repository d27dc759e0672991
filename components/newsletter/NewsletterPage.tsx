import { useLocale, useTranslations } from 'next-intl'
import { standingPagePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { StandingPageRef } from '#db/shapes.ts'
import { AddressError, checkedField } from './AddressError.tsx'
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
            <AddressRow submit={t('submit')} field={checkedField} error={<AddressError />} />
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
