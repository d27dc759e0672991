import fs from 'node:fs'
import path from 'node:path'
import type { EditionText } from '#db/queries/newsletter/editions.ts'
import { withValues } from '#domain/distribution/newsletter/mail/placeholders.ts'
import { editionMails } from '#domain/distribution/newsletter/sending/edition-mails.ts'
import type { NewsletterName } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { formatDay } from '#i18n/dates.ts'

type Preview = { texts: readonly EditionText[]; folder: string; now: Date }

/* Links that lead nowhere, so that trying a preview makes nobody leave. */
const NOWHERE = 'https://example.invalid/'

/** Writes an edition as its readers would get it: a mail that mail programs open, its page and its plain text. */
export async function writePreview(
  newsletter: NewsletterName,
  { texts, folder, now }: Preview,
): Promise<string[]> {
  fs.mkdirSync(folder, { recursive: true })
  const mails = await editionMails({ id: 0, newsletter, madeAt: now }, texts)
  const files: string[] = []
  const write = (name: string, content: string | Buffer) => {
    const file = path.join(folder, name)
    fs.writeFileSync(file, content)
    files.push(file)
  }
  for (const { locale, html, text } of texts) {
    const values = { leaveUrl: NOWHERE, changeUrl: NOWHERE, confirmedOn: formatDay(now, locale) }
    const reader = { subscriberId: 0, address: 'reader@example.org', addressKey: '', confirmedAt: now }
    write(`${newsletter}-${locale}.html`, withValues(html, values, 'html'))
    write(`${newsletter}-${locale}.txt`, withValues(text, values, 'text'))
    const mail = mails.get(locale)?.to(reader)
    if (mail) write(`${newsletter}-${locale}.eml`, mail.raw)
  }
  return files
}
