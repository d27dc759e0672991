import { useLocale, useTranslations } from 'next-intl'
import { newsletterPath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { AddressRow } from './AddressRow.tsx'
import styles from './NewsletterBox.module.css'
import type { NewsletterOffer } from './newsletter-offer.ts'
import { SubscriptionForm } from './SubscriptionForm.tsx'

type Props = { offer: NewsletterOffer; place: 'front' | 'article' }

/** Offers the first newsletter on another page: an address is enough, in the language of the page. */
export function NewsletterBox({ offer, place }: Props) {
  const t = useTranslations('newsletter')
  const locale = useLocale()
  const { headline, newsletters } = offer
  const [{ name, title, about }] = newsletters
  const isDaily = name === 'daily'
  return (
    <aside className={styles.box} aria-labelledby="signup">
      <div className={styles.inner}>
        <div>
          <h2 id="signup">{isolated(isDaily ? t('box.title', { title, headline }) : title, locale)}</h2>
          <p>{isDaily ? t('box.daily') : isolated(about, locale)}</p>
        </div>
        <SubscriptionForm place={place}>
          <input type="hidden" name="edition" value={name} />
          <input type="hidden" name="language" value={locale} />
          <AddressRow submit={t('submit')} />
          <p className={styles.fine}>
            {t.rich('box.fine', { all: text => <a href={newsletterPath(locale)}>{text}</a> })}
          </p>
        </SubscriptionForm>
      </div>
    </aside>
  )
}
