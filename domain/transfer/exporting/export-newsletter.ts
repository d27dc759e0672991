import type { NewsletterOverrides } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { dayNames } from '#domain/transfer/seeding/newsletter-format.ts'
import { withoutEmpty } from './export-text.ts'

type One = NonNullable<NonNullable<NewsletterOverrides['newsletters']>['weekly']>

/** The settings of the newsletters as newsroom.yaml has them: exactly those that somebody has set. */
export function newsletterOf(overrides: NewsletterOverrides): Record<string, unknown> {
  const { postalAddress, senderNames, senderAddress, replyTo, headline, standfirst } = overrides
  const { daily, weekly, breaking } = overrides.newsletters ?? {}
  return withoutEmpty({
    postal: withoutEmpty({ ...postalAddress }),
    sender: withoutEmpty({
      name: withoutEmpty({ ...senderNames }),
      address: senderAddress,
      'reply-to': replyTo,
    }),
    headline: withoutEmpty({ ...headline }),
    standfirst: withoutEmpty({ ...standfirst }),
    daily: withoutEmpty({ ...wordsOf(daily), ...rhythmOf(daily) }),
    weekly: withoutEmpty({ ...wordsOf(weekly), ...rhythmOf(weekly), day: dayOf(weekly) }),
    breaking: wordsOf(breaking),
  })
}

function wordsOf({ isOn, titles, about }: One = {}) {
  return withoutEmpty({ on: isOn, title: withoutEmpty({ ...titles }), about: withoutEmpty({ ...about }) })
}

const rhythmOf = ({ at, stories }: One = {}) => ({ at, stories })

const dayOf = ({ day }: One = {}) => (day === undefined ? undefined : dayNames[day])
