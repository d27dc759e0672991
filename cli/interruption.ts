import { type ErrorCode, ExpectedError } from '#errors/expected-error.ts'

/* A terminal that closes sends SIGHUP. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs work that must clean up when it is interrupted. The first SIGINT, SIGTERM or SIGHUP aborts the signal passed to
 * `work`; the second one ends the process.
 * @throws the error with `code` when the work was interrupted
 */
export async function interruptible<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  code: Extract<ErrorCode, `interrupted.${string}`> = 'interrupted.cleanly',
): Promise<Result> {
  const stop = new AbortController()
  const onSignal = () => stop.abort(new ExpectedError(code))
  for (const signal of SIGNALS) process.once(signal, onSignal)
  try {
    return await work(stop.signal)
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
}
