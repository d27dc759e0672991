import type { NewsletterOffer } from '#components/newsletter/newsletter-offer.ts'
import type { Frame } from '#db/shapes.ts'

/** The frame of a page, with the newsletters that its foot and its boxes offer; null when none is on. */
export type PageFrame = Frame & { offer: NewsletterOffer | null }
