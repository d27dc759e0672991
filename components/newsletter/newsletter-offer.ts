/** A newsletter that readers can subscribe to, in the language of the page. */
export type OfferedNewsletter = {
  name: 'daily' | 'weekly' | 'breaking'
  title: string
  about: string
  /** The clock time at which it goes out; null for one that a person sends. */
  at: string | null
  /** The day of the week, 0 for Sunday; null for every day. */
  day: number | null
}

export type NewsletterOffer = {
  headline: string
  standfirst: string
  newsletters: [OfferedNewsletter, ...OfferedNewsletter[]]
}
