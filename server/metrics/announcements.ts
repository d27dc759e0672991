import type { ChannelName } from '#domain/distribution/announcing/progress.ts'

export type AnnouncementOutcome = 'told' | 'refused' | 'later'

const counts = new Map<string, { kind: ChannelName; outcome: AnnouncementOutcome; count: number }>()

/** Notes what became of telling somebody outside of changed addresses. `later` counts attempts. */
export function countAnnouncements(kind: ChannelName, outcome: AnnouncementOutcome, count: number): void {
  const key = `${kind} ${outcome}`
  counts.set(key, { kind, outcome, count: (counts.get(key)?.count ?? 0) + count })
}

/** What this process has counted so far. */
export function announcementCounts() {
  return [...counts.values()]
}
