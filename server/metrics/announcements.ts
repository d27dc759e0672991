import type { ChannelName } from '#domain/distribution/announcing/progress.ts'

export type AnnouncementOutcome = 'told' | 'refused' | 'later'

const counts = new Map<string, { kind: ChannelName; outcome: AnnouncementOutcome; count: number }>()

/** Counts addresses by the outcome of announcing them. `later` counts attempts. */
export function countAnnouncements(kind: ChannelName, outcome: AnnouncementOutcome, count: number): void {
  const key = `${kind} ${outcome}`
  counts.set(key, { kind, outcome, count: (counts.get(key)?.count ?? 0) + count })
}

/** The counts of this process so far. */
export function announcementCounts() {
  return [...counts.values()]
}
