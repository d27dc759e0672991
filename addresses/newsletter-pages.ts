/** The end of the address, after `/{locale}/newsletter/`, of pages that are the same for everybody. */
export const newsletterPages = ['sent', 'left', 'erased'] as const
export type NewsletterPageName = (typeof newsletterPages)[number]

/**
 * Pages with slots, at `/{locale}/newsletter/filled/{name}`. The edge fills them for one reader (request/slots.ts) and
 * gives nobody their own address.
 */
export const filledNewsletterPages = [
  'confirm',
  'manage',
  'leave',
  'change',
  'erase',
  'expired',
  'invalid',
  'too-many',
] as const
export type FilledNewsletterPage = (typeof filledNewsletterPages)[number]
