import { reader } from '#db/open.ts'
import { requestsOf } from '#db/queries/newsletter/requests.ts'
import { deliveriesOf, type Subscriber } from '#db/queries/newsletter/subscribers.ts'

/** Everything that is kept of a subscriber, in a form that people and programs read (GDPR, article 20). */
export async function ownData(subscriber: Subscriber) {
  const { address, locale, newsletters } = subscriber
  const [requests, deliveries] = await Promise.all([
    requestsOf(reader(), subscriber.addressKey),
    deliveriesOf(reader(), subscriber.id),
  ])
  return {
    address,
    language: locale,
    newsletters,
    confirmedAt: subscriber.confirmedAt,
    changedAt: subscriber.changedAt,
    consent: {
      at: subscriber.consentAt,
      form: subscriber.consentForm,
      wording: subscriber.consentWording,
      language: subscriber.consentLocale,
    },
    bounces: {
      soft: subscriber.softBounces,
      last: subscriber.lastBounceAt,
      silencedAt: subscriber.silencedAt,
      silencedFor: subscriber.silencedFor,
    },
    requests: requests.map(request => ({
      kind: request.kind,
      at: request.requestedAt,
      form: request.form,
      newsletters: request.newsletters,
      language: request.language,
      state: request.state,
      confirmedAt: request.confirmedAt,
      linkEndsAt: request.expiresAt,
    })),
    deliveries,
  }
}
