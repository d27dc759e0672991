import type { Glaze } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'

/** One mail in one language. Its personal lines are still placeholders. */
export type MailContent = { subject: string; preview: string; html: string; text: string }

/** The facts of the site that stand in every mail. Addresses are absolute. */
export type MailSite = {
  names: Record<Locale, string>
  /** The publisher's postal address, in the language of the mail. */
  postalAddress: string
  siteUrl: string
  privacyUrl: string | null
}

/** A picture as it is sent: `width` and `height` are those of the file at `url`. */
export type MailPicture = { url: string; width: number; height: number; alt: string; credit: string | null }

export type MailStory = {
  url: string
  section: { name: string; glaze: Glaze }
  headline: string
  standfirst: string | null
  /** The minutes that it takes to read, where they are known. */
  minutes: number | null
  picture: MailPicture | null
}

/** The red line at the top of an edition. */
export type BreakingLine = { at: Date; text: string; url: string }
