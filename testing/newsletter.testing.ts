/* Builders of the newsletter for tests. */
import { reader } from '#db/open.ts'
import { insertSubscriber, putSubscriptions, subscriberById } from '#db/queries/newsletter/subscribers.ts'
import { write } from '#db/write.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import type { NewsletterName } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { saveNewsletter } from '#domain/editorial/filing/save-newsletter.ts'
import type { Locale } from '#i18n/locales.ts'
import { desk } from './actors.testing.ts'

type SubscriberWish = { locale?: Locale; newsletters?: NewsletterName[]; confirmedAt?: Date }

/** A confirmed subscriber, and their number. */
export function aSubscriber(address: string, wish: SubscriberWish = {}): Promise<number> {
  const { locale = 'en', newsletters = ['daily'], confirmedAt = new Date('2026-01-03T08:00:00Z') } = wish
  const read = readMailAddress(address)
  if (read.kind === 'wrong') throw new Error(`${address}: ${read.reason}`)
  return write(async tx => {
    const id = await insertSubscriber(tx, {
      ...{ address: read.address, addressKey: read.key, locale, confirmedAt, changedAt: confirmedAt },
      ...{ consentAt: confirmedAt, consentForm: 'page', consentWording: 'Sign up', consentLocale: locale },
    })
    await putSubscriptions(tx, id, newsletters)
    return id
  })
}

export const storedSubscriber = (id: number) => subscriberById(reader(), id)

/** Settings with which mails can be made. */
export function someNewsletterSettings(): Promise<void> {
  return saveNewsletter(desk, {
    postalAddress: { ar: 'شارع المطبعة 12، مدينة المرفأ', en: "12 Printers' Street, Harbour City" },
  })
}
