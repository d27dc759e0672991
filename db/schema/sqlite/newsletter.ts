import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Locale } from '#i18n/locales.ts'
import { instant, locale } from './columns.ts'

export type NewsletterKind = 'daily' | 'weekly' | 'breaking'

/** The page, or the way, by which somebody asked to be written to. */
export type ConsentForm = 'page' | 'front' | 'article' | 'manage' | 'import'

/** Readers who have confirmed. Who leaves is deleted from here; a keyed hash stays in suppressions. */
export const subscribers = sqliteTable('subscribers', {
  /* Numbers are never given twice: the links of mails that were sent long ago carry them. */
  id: integer('id').primaryKey({ autoIncrement: true }),
  /** As mails are addressed. */
  address: text('address').notNull(),
  /** The same for every spelling of the address. */
  addressKey: text('address_key').notNull().unique(),
  locale: locale(),
  confirmedAt: instant('confirmed_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  consentAt: instant('consent_at').notNull(),
  consentForm: text('consent_form').$type<ConsentForm>().notNull(),
  /** The sentence that was agreed to, in the language of consentLocale. */
  consentWording: text('consent_wording').notNull(),
  consentLocale: text('consent_locale').$type<Locale>().notNull(),
  /** Soft bounces with less than 30 days between them. */
  softBounces: integer('soft_bounces').notNull().default(0),
  lastBounceAt: instant('last_bounce_at'),
  /** Since when nothing is sent, because mails came back or the reader complained. */
  silencedAt: instant('silenced_at'),
  silencedFor: text('silenced_for').$type<'bounced' | 'complained'>(),
})

export const subscriptions = sqliteTable(
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

export type RequestState = 'waiting' | 'claimed' | 'handed' | 'sent' | 'refused' | 'unconfirmed' | 'nothing'

/**
 * Mails that somebody asked for: to confirm, or to see and change their own choices. Nothing of them counts before the
 * link is used, and they are deleted soon after it has ended.
 */
export const newsletterRequests = sqliteTable(
  'newsletter_requests',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').$type<'confirm' | 'manage'>().notNull(),
    address: text('address').notNull(),
    addressKey: text('address_key').notNull(),
    /** The language of the page, and so of the mail. */
    locale: locale(),
    /** The language of the newsletters. */
    language: text('language').$type<Locale>().notNull(),
    newsletters: text('newsletters', { mode: 'json' }).$type<NewsletterKind[]>().notNull(),
    form: text('form').$type<ConsentForm>().notNull(),
    wording: text('wording').notNull(),
    requestedAt: instant('requested_at').notNull(),
    state: text('state').$type<RequestState>().notNull(),
    holder: text('holder'),
    /** Not tried before. */
    nextAt: instant('next_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** SHA-256 of the token in the link; null until the mail is made. */
    tokenHash: text('token_hash').unique(),
    expiresAt: instant('expires_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    /** The subscriber whose choices the link shows. */
    subscriberId: integer('subscriber_id'),
  },
  t => [
    index('newsletter_requests_next').on(t.state, t.nextAt),
    index('newsletter_requests_expires').on(t.expiresAt),
    index('newsletter_requests_address').on(t.addressKey, t.id),
    index('newsletter_requests_subscriber').on(t.subscriberId),
  ],
)

export type SuppressionReason = 'left' | 'erased' | 'complained' | 'bounced'

/** Keyed hashes of addresses that nobody may write to, so that no restoration and no import brings them back. */
export const suppressions = sqliteTable(
  'suppressions',
  {
    hash: text('hash').primaryKey(),
    reason: text('reason').$type<SuppressionReason>().notNull(),
    at: instant('at').notNull(),
  },
  t => [index('suppressions_at').on(t.at)],
)

/** Keys of the newsletter. Older ones still verify links that were signed with them. */
export const newsletterKeys = sqliteTable(
  'newsletter_keys',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    purpose: text('purpose').$type<'links' | 'suppressions'>().notNull(),
    key: text('key').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [index('newsletter_keys_purpose').on(t.purpose, t.id)],
)

export type EditionState = 'late' | 'sending' | 'paused' | 'sent' | 'cancelled' | 'empty'

/** Issues of a newsletter, in both languages. */
export const editions = sqliteTable(
  'editions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    newsletter: text('newsletter').$type<NewsletterKind>().notNull(),
    /** The moment it was due: one edition of a newsletter for each. */
    dueAt: instant('due_at').notNull(),
    state: text('state').$type<EditionState>().notNull(),
    madeAt: instant('made_at').notNull(),
    /** Stories published up to here are in this edition or an earlier one. */
    newsUntil: instant('news_until').notNull(),
    /** Subscribers up to this number have their delivery. */
    reached: integer('reached').notNull().default(0),
    finishedAt: instant('finished_at'),
    /** Counts of deliveries, kept when the deliveries themselves are deleted. */
    sent: integer('sent').notNull().default(0),
    refused: integer('refused').notNull().default(0),
    unconfirmed: integer('unconfirmed').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    returned: integer('returned').notNull().default(0),
    /** The story that a breaking edition is about. */
    storyId: integer('story_id'),
    failure: text('failure'),
  },
  t => [uniqueIndex('editions_due').on(t.newsletter, t.dueAt), index('editions_state').on(t.state, t.id)],
)

/** An edition in one language, composed once. */
export const editionTexts = sqliteTable(
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

export type DeliveryState =
  | 'waiting'
  | 'claimed'
  | 'handed'
  | 'sent'
  | 'refused'
  | 'unconfirmed'
  | 'skipped'
  | 'returned'

/** An edition on its way to a subscriber: each pair once. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    editionId: integer('edition_id')
      .notNull()
      .references(() => editions.id),
    /** The number stays when the subscriber is erased. */
    subscriberId: integer('subscriber_id').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    /** The process that has claimed it. */
    holder: text('holder'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    /** The answer of the mail server, shortened. */
    answer: text('answer'),
  },
  t => [
    primaryKey({ columns: [t.editionId, t.subscriberId] }),
    index('deliveries_state').on(t.editionId, t.state, t.nextAt),
    index('deliveries_subscriber').on(t.subscriberId),
  ],
)
