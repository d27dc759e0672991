import { localeList } from '#i18n/locales.ts'

/* Whole months keep the text the same for a month; RFC 9116 recommends less than a year. */
const VALID_MONTHS = 6

export type SecurityText = { text: string; until: Date }

/** The text of security.txt: contacts and the day it expires; null while the site has no contact for reports. */
export function securityTxt(
  siteUrl: string,
  contact: { setting: string | null; email: string | null },
  now: Date,
): SecurityText | null {
  const address = contact.setting ?? (contact.email && `mailto:${contact.email}`)
  if (!address) return null
  const lines = [
    `Contact: ${address}`,
    `Expires: ${firstOfMonth(now, VALID_MONTHS).toISOString()}`,
    `Preferred-Languages: ${localeList.join(', ')}`,
    `Canonical: ${siteUrl}/.well-known/security.txt`,
  ]
  return { text: `${lines.join('\n')}\n`, until: firstOfMonth(now, 1) }
}

function firstOfMonth(now: Date, monthsAhead: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsAhead, 1))
}
