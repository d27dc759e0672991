import { clockInstant } from '#i18n/dates.ts'
import type { WxrItem } from './wxr-event.ts'

/** The time of publication, and a note for the administrator where the dates of the item are unreadable. */
export function publishedOf(item: WxrItem): { at: Date | null; note: string | null } {
  const own = utc(item.dateGmt) ?? (isUnset(item.dateGmt) ? local(item.date) : null)
  if (own) return { at: own, note: null }
  const others = [
    ['post_date', local(item.date)],
    ['pubDate', fromPubDate(item.pubDate)],
    ['post_modified_gmt', utc(item.modifiedGmt)],
    ['post_modified', local(item.modified)],
  ] as const
  for (const [name, at] of others) {
    if (at) return { at, note: `its date ${quoted(item)} cannot be read: taken from its ${name}` }
  }
  return { at: null, note: `its date ${quoted(item)} cannot be read` }
}

const NOTICEABLE_MS = 3_600_000

/** The time of the last change, if it is noticeably later than publication. */
export function changedLater(item: WxrItem, published: Date | null): Date | null {
  const modified = utc(item.modifiedGmt)
  return published && modified && modified.getTime() - published.getTime() > NOTICEABLE_MS ? modified : null
}

/* A post that was never published has zeros as its GMT date; only its local date counts. */
function isUnset(text: string): boolean {
  return text === '' || text.startsWith('0000-00-00')
}

function quoted({ date, dateGmt }: WxrItem): string {
  return JSON.stringify(isUnset(dateGmt) ? date : dateGmt)
}

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number }

function partsOf(text: string): Parts | null {
  const found = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text)?.slice(1).map(Number)
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  /* JavaScript would silently turn the 31st of February into a day in March. */
  const isReal = year > 0 && at.toISOString().slice(0, 19) === text.replace(' ', 'T')
  return isReal ? { year, month, day, hour, minute, second } : null
}

function utc(text: string): Date | null {
  return partsOf(text) && new Date(`${text.replace(' ', 'T')}Z`)
}

function local(text: string): Date | null {
  const parts = partsOf(text)
  return parts && clockInstant(parts)
}

function fromPubDate(text: string): Date | null {
  if (!/^\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)$/.test(text)) return null
  const at = new Date(text)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1 ? null : at
}
