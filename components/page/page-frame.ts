import type { NewsletterOffer } from '#components/newsletter/newsletter-offer.ts'
import type { Frame } from '#db/shapes.ts'

/** The frame of a page. */
export type PageFrame = Frame & {
  /** The newsletters that its foot and its boxes offer; null when none is on. */
  offer: NewsletterOffer | null
  /** Whether the edge puts in what all pages of a language share. */
  leavesParts: boolean
}
