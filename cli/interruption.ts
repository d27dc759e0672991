import { type ErrorCode, ExpectedError } from '#errors/expected-error.ts'

/**
 * Runs work that must clean up when it is interrupted. The first SIGINT or SIGTERM aborts the signal passed to
 * `work`; the second one ends the process.
 * @throws the error with `code` when the work was interrupted
 */
export async function interruptible<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  code: Extract<ErrorCode, `interrupted.${string}`> = 'interrupted.cleanly',
): Promise<Result> {
  const stop = new AbortController()
  const onSignal = () => stop.abort(new ExpectedError(code))
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    return await work(stop.signal)
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
