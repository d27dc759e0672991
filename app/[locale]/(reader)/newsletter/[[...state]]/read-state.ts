import {
  type FilledNewsletterPage,
  filledNewsletterPages,
  type NewsletterPageName,
  newsletterPages,
} from '#addresses/newsletter-pages.ts'

export type NewsletterState = 'form' | NewsletterPageName | FilledNewsletterPage

/** The state of the newsletter's pages that an address names; null for one that names none. */
export function readState([first, second, ...rest]: readonly string[]): NewsletterState | null {
  if (first === undefined) return 'form'
  if (second === undefined) return newsletterPages.find(name => name === first) ?? null
  if (first !== 'filled' || rest.length > 0) return null
  return filledNewsletterPages.find(name => name === second) ?? null
}
