import type { NewsletterName } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { Locale } from '#i18n/locales.ts'
import type { BreakingLine, MailSite, MailStory } from './mail-content.ts'

/** An edition of a newsletter, ready to be written as a mail. */
export type Edition = {
  locale: Locale
  site: MailSite
  newsletter: { name: NewsletterName; title: string }
  /** The moment whose day stands at the top; of breaking news, its clock time, too. */
  at: Date
  /** At least one; the first one leads. A breaking edition is about the first alone. */
  stories: readonly MailStory[]
  breaking: BreakingLine | null
}
