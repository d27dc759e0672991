const NEVER_MS = 15_000

/**
 * Asks until the answer is new. Gives the moment, in milliseconds from the call, at which the last answer that was old
 * had been asked for: how long drawing took does not count, as a reader who asks later may not get an old one.
 * @throws Error when it never becomes new
 */
export async function lastStaleAsk(isNew: () => Promise<boolean>): Promise<number> {
  const begun = Date.now()
  let lastStale = 0
  for (;;) {
    const asked = Date.now() - begun
    if (await isNew()) return lastStale
    lastStale = asked
    if (asked > NEVER_MS) throw new Error('The change was never seen')
  }
}
