import { useTranslations } from 'next-intl'
import { slot } from '#request/slots.ts'
import styles from './AddressRow.module.css'
import { LanguageChoices } from './LanguageChoices.tsx'
import { NewsletterChoices } from './NewsletterChoices.tsx'
import { NewsletterNotice } from './NewsletterNotice.tsx'
import type { OfferedNewsletter } from './newsletter-offer.ts'
import { OneButton } from './OneButton.tsx'
import { slottedAddress } from './slotted-address.tsx'

const ACTIONS = ['leave', 'export', 'erase'] as const

/** A reader's subscription: change, leave, take away one's data or have them erased. Confirming leads here, too. */
export function ManagedSubscription({ newsletters }: { newsletters: readonly OfferedNewsletter[] }) {
  const t = useTranslations('newsletter.manage')
  const title = (
    <>
      <span data-hidden-if="confirmed">{t('title')}</span>
      <span data-shown-if="confirmed">{t('confirmed')}</span>
    </>
  )
  return (
    <NewsletterNotice title={title}>
      <p className="letter-standfirst" data-hidden-if="confirmed">
        {t.rich('text', { address: slottedAddress })}
      </p>
      <p className="letter-standfirst" data-shown-if="confirmed">
        {t.rich('thanks', {
          newsletters: slot('newsletters'),
          language: slot('language'),
          address: slottedAddress,
        })}
      </p>
      <p className="letter-alert" role="status" data-shown-if="saved">
        {t('saved')}
      </p>
      {newsletters.length > 0 && (
        <form method="post" acceptCharset="utf-8" className="letter-form">
          <NewsletterChoices
            newsletters={newsletters}
            isFilled
            focusedIf="nothing"
            error={<span data-shown-if="nothing">{t('nothing')}</span>}
          />
          <LanguageChoices isFilled />
          <p>
            <button type="submit" name="action" value="save" className={styles.button}>
              {t('save')}
            </button>
          </p>
        </form>
      )}
      <ul className="letter-actions">
        {ACTIONS.map(action => (
          <li key={action}>
            <p>
              <b>{t(`${action}.title`)}</b>
              {t(`${action}.text`)}
            </p>
            <OneButton name="action" value={action} isQuiet>
              {t(`${action}.button`)}
            </OneButton>
          </li>
        ))}
      </ul>
    </NewsletterNotice>
  )
}
