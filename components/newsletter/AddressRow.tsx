import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import styles from './AddressRow.module.css'

type Props = {
  submit: string
  /** Further attributes of the field, as for an address that was not accepted. */
  field?: ComponentProps<'input'> & { [slotted: `data-${string}`]: string }
  /** Words about it, between the field and the button. */
  error?: ReactNode
}

/**
 * The field of a mail address with its button. The field is of type `text`, because browsers refuse Arabic names before
 * the @ in one of type `email`; the server tells addresses apart. The second field is a trap: people do not see it, and
 * machines that fill in every field give themselves away.
 */
export function AddressRow({ submit, field, error }: Props) {
  const t = useTranslations('newsletter')
  return (
    <div className={styles.row}>
      <label>
        {t('email')}
        <input
          name="email"
          dir="ltr"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...field}
        />
      </label>
      {error}
      <button type="submit" className={styles.button}>
        {submit}
      </button>
      <input name="website" className="unseen" tabIndex={-1} autoComplete="off" aria-hidden="true" />
    </div>
  )
}
