const NEVER_MS = 15_000

/**
 * Repeats a request until its answer is new. Returns when the last request with an old answer was sent, in
 * milliseconds from the call. The time of rendering does not count, because only a later request must not get an old
 * answer.
 * @throws Error when no answer becomes new
 */
export async function lastStaleRequest(isNew: () => Promise<boolean>): Promise<number> {
  const begun = Date.now()
  let lastStale = 0
  for (;;) {
    const sentAt = Date.now() - begun
    if (await isNew()) return lastStale
    lastStale = sentAt
    if (sentAt > NEVER_MS) throw new Error('The change was never seen')
  }
}
