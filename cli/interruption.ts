import { type ErrorCode, ExpectedError } from '#errors/expected-error.ts'

/**
 * Runs work that has to tidy up after itself when somebody presses Ctrl+C or the machine shuts down: the first signal
 * asks it to stop, the second ends the program.
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
