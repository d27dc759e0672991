import { index, integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type {
  ConsentForm,
  DeliveryState,
  EditionState,
  NewsletterKind,
  RequestState,
  SuppressionReason,
} from '#db/schema/sqlite/newsletter.ts'
import type { Locale } from '#i18n/locales.ts'
import { id, instant, locale, text } from './columns.ts'

export const subscribers = pgTable('subscribers', {
  id: id(),
  address: text('address').notNull(),
  addressKey: text('address_key').notNull().unique(),
  locale: locale(),
  confirmedAt: instant('confirmed_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  consentAt: instant('consent_at').notNull(),
  consentForm: text('consent_form').$type<ConsentForm>().notNull(),
  consentWording: text('consent_wording').notNull(),
  consentLocale: text('consent_locale').$type<Locale>().notNull(),
  softBounces: integer('soft_bounces').notNull().default(0),
  lastBounceAt: instant('last_bounce_at'),
  silencedAt: instant('silenced_at'),
  silencedFor: text('silenced_for').$type<'bounced' | 'complained'>(),
})

export const subscriptions = pgTable(
  'subscriptions',
  {
    newsletter: text('newsletter').$type<NewsletterKind>().notNull(),
    subscriberId: integer('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
  },
  t => [
    primaryKey({ columns: [t.newsletter, t.subscriberId] }),
    index('subscriptions_subscriber').on(t.subscriberId),
  ],
)

export const newsletterRequests = pgTable(
  'newsletter_requests',
  {
    id: id(),
    kind: text('kind').$type<'confirm' | 'manage'>().notNull(),
    address: text('address').notNull(),
    addressKey: text('address_key').notNull(),
    locale: locale(),
    language: text('language').$type<Locale>().notNull(),
    newsletters: jsonb('newsletters').$type<NewsletterKind[]>().notNull(),
    form: text('form').$type<ConsentForm>().notNull(),
    wording: text('wording').notNull(),
    requestedAt: instant('requested_at').notNull(),
    state: text('state').$type<RequestState>().notNull(),
    holder: text('holder'),
    nextAt: instant('next_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    tokenHash: text('token_hash').unique(),
    expiresAt: instant('expires_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    subscriberId: integer('subscriber_id'),
  },
  t => [
    index('newsletter_requests_next').on(t.state, t.nextAt),
    index('newsletter_requests_expires').on(t.expiresAt),
    index('newsletter_requests_address').on(t.addressKey, t.id),
    index('newsletter_requests_subscriber').on(t.subscriberId),
  ],
)

export const suppressions = pgTable(
  'suppressions',
  {
    hash: text('hash').primaryKey(),
    reason: text('reason').$type<SuppressionReason>().notNull(),
    at: instant('at').notNull(),
  },
  t => [index('suppressions_at').on(t.at)],
)

export const newsletterKeys = pgTable(
  'newsletter_keys',
  {
    id: id(),
    purpose: text('purpose').$type<'links' | 'suppressions'>().notNull(),
    key: text('key').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [index('newsletter_keys_purpose').on(t.purpose, t.id)],
)

export const editions = pgTable(
  'editions',
  {
    id: id(),
    newsletter: text('newsletter').$type<NewsletterKind>().notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state').$type<EditionState>().notNull(),
    madeAt: instant('made_at').notNull(),
    newsUntil: instant('news_until').notNull(),
    reached: integer('reached').notNull().default(0),
    finishedAt: instant('finished_at'),
    sent: integer('sent').notNull().default(0),
    refused: integer('refused').notNull().default(0),
    unconfirmed: integer('unconfirmed').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    returned: integer('returned').notNull().default(0),
    storyId: integer('story_id'),
    failure: text('failure'),
  },
  t => [uniqueIndex('editions_due').on(t.newsletter, t.dueAt), index('editions_state').on(t.state, t.id)],
)

export const editionTexts = pgTable(
  'edition_texts',
  {
    editionId: integer('edition_id')
      .notNull()
      .references(() => editions.id),
    locale: locale(),
    subject: text('subject').notNull(),
    preview: text('preview').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
  },
  t => [primaryKey({ columns: [t.editionId, t.locale] })],
)

export const deliveries = pgTable(
  'deliveries',
  {
    editionId: integer('edition_id')
      .notNull()
      .references(() => editions.id),
    subscriberId: integer('subscriber_id').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    holder: text('holder'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    answer: text('answer'),
  },
  t => [
    primaryKey({ columns: [t.editionId, t.subscriberId] }),
    index('deliveries_state').on(t.editionId, t.state, t.nextAt),
    index('deliveries_subscriber').on(t.subscriberId),
  ],
)
