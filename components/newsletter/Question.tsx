import { useTranslations } from 'next-intl'
import { slot } from '#request/slots.ts'
import { NewsletterNotice } from './NewsletterNotice.tsx'
import { OneButton } from './OneButton.tsx'
import { slottedAddress } from './slotted-address.tsx'

/* The field that each button sends beside the token in the page's address; confirming and changing need none. */
const FIELDS = {
  confirm: {},
  leave: { name: 'leave', value: '1' },
  change: {},
  erase: { name: 'action', value: 'really-erase' },
} as const

/** A question with one button. Opening such a page changes nothing: programs that look for viruses open every link. */
export function Question({ name }: { name: keyof typeof FIELDS }) {
  const t = useTranslations('newsletter')
  return (
    <NewsletterNotice title={t(`${name}.title`)}>
      <p className="letter-standfirst">
        {t.rich(`${name}.text`, {
          newsletters: slot('newsletters'),
          language: slot('language'),
          address: slottedAddress,
        })}
      </p>
      <OneButton {...FIELDS[name]}>{t(`${name}.button`)}</OneButton>
      {/* The address is that of the page itself, which shows the subscription when it is asked for again. */}
      <p className="letter-fine">{t.rich(`${name}.note`, { back: text => <a href="?">{text}</a> })}</p>
    </NewsletterNotice>
  )
}
