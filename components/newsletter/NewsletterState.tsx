import type { FilledNewsletterPage, NewsletterPageName } from '#addresses/newsletter-pages.ts'
import type { StandingPageRef } from '#db/shapes.ts'
import { ExpiredLink } from './ExpiredLink.tsx'
import { ManagedSubscription } from './ManagedSubscription.tsx'
import { NewsletterPage } from './NewsletterPage.tsx'
import type { NewsletterOffer } from './newsletter-offer.ts'
import { PublicNotice } from './PublicNotice.tsx'
import { Question } from './Question.tsx'
import { TooManyTries } from './TooManyTries.tsx'

/** A page below that of the newsletters. Readers must be able to leave when none is offered any more. */
export type NewsletterStateProps = {
  name: NewsletterPageName | FilledNewsletterPage
  offer: NewsletterOffer | null
  pages: readonly StandingPageRef[]
}

export function NewsletterState({ name, offer, pages }: NewsletterStateProps) {
  switch (name) {
    case 'sent':
    case 'left':
    case 'erased':
      return <PublicNotice name={name} />
    case 'confirm':
    case 'leave':
    case 'change':
    case 'erase':
      return <Question name={name} />
    case 'manage':
      return <ManagedSubscription newsletters={offer?.newsletters ?? []} />
    case 'expired':
      return <ExpiredLink />
    case 'too-many':
      return <TooManyTries />
    case 'invalid':
      return offer && <NewsletterPage offer={offer} pages={pages} isInvalid />
  }
}
