import { useTranslations } from 'next-intl'
import { slot } from '#request/slots.ts'

/* The reasons for which an address is not accepted, each with a sentence of its own. */
const REASONS = ['empty', 'too-long', 'forbidden', 'malformed'] as const
const anyReason = REASONS.join(' ')

/** The field of an address as the reader typed it, with the attributes of a mistake where there is one. */
export const checkedField = {
  defaultValue: slot('address'),
  'aria-describedby': 'address-error',
  'data-invalid-if': anyReason,
  'data-focused-if': anyReason,
}

/**
 * Why it was not accepted. The paragraph itself is never hidden, only its sentences are: what describes a field is read
 * out even where it is hidden.
 */
export function AddressError() {
  const t = useTranslations('newsletter.reasons')
  return (
    <p id="address-error" className="letter-error">
      {REASONS.map(reason => (
        <span key={reason} data-shown-if={reason}>
          {t.rich(reason, { example })}
        </span>
      ))}
    </p>
  )
}

const example = () => <bdi dir="ltr">name@example.org</bdi>
