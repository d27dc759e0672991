import { formatClock, isoDay } from '#i18n/dates.ts'
import { siteTimeZone } from '#settings/site-time-zone.ts'
import type { WxrItem } from './wxr-event.ts'

/** A scheduled item may have a time in the past: that of its planned publication. */
export type ItemStatus = 'published' | 'scheduled' | 'draft' | 'review'

/** The status of an item after import, and a note when it differs from its status in WordPress. */
export function statusOf(
  item: WxrItem,
  published: Date | null,
  now: Date,
): { status: ItemStatus; note?: string } {
  if (item.password) return { status: 'draft', note: 'protected by a password: kept as a draft' }
  if (item.status === 'publish' && !published)
    return { status: 'draft', note: 'without a date: kept as a draft' }
  switch (item.status) {
    case 'publish':
      return published && published > now ? futureStatus(item, published, now) : { status: 'published' }
    case 'future':
      return published
        ? futureStatus(item, published, now)
        : { status: 'draft', note: 'scheduled: kept as a draft' }
    case 'pending':
      return { status: 'review' }
    case 'private':
      return { status: 'draft', note: 'private: kept as a draft' }
    case 'draft':
      return { status: 'draft' }
    default:
      return { status: 'draft', note: `unknown status "${item.status}": kept as a draft` }
  }
}

function futureStatus(item: WxrItem, at: Date, now: Date): { status: ItemStatus; note: string } {
  const moment = `${isoDay(at)} ${formatClock(at)} (${siteTimeZone()})`
  if (item.type === 'page') return { status: 'draft', note: `scheduled for ${moment}: kept as a draft` }
  if (at > now) return { status: 'scheduled', note: `scheduled: will be published at ${moment}` }
  const note = `was scheduled for ${moment}, which is over: a draft, unless it was published here meanwhile`
  return { status: 'scheduled', note }
}

/**
 * The status that counts for the hash. It must not depend on the current time, or the same file would be written
 * again.
 */
export function lastingStatus(item: WxrItem, status: ItemStatus): ItemStatus {
  return item.status === 'publish' && status === 'scheduled' ? 'published' : status
}
