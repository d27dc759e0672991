/**
 * Gives turns, so many a second at most and evenly spread, however many connections there are; with 0 at once. The
 * pool's own limit counts only messages that follow another one on their connection.
 */
export function pace(perSecond: number): () => Promise<void> {
  if (perSecond <= 0) return async () => {}
  const gapMs = 1_000 / perSecond
  let nextMs = 0
  return async () => {
    const now = performance.now()
    const ownMs = Math.max(now, nextMs)
    nextMs = ownMs + gapMs
    if (ownMs > now) await new Promise(resolve => setTimeout(resolve, ownMs - now))
  }
}
