/* For tests: expected errors as an administrator reads them. */
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from './error-words.ts'

/** Runs the work, and throws its expected error as one whose message is the English words. */
export function inWords<Result>(work: () => Result): Result {
  try {
    const result = work()
    return (result instanceof Promise ? result.catch(rethrow) : result) as Result
  } catch (error) {
    return rethrow(error)
  }
}

function rethrow(error: unknown): never {
  throw isExpected(error) ? new Error(errorWords(error, 'en'), { cause: error }) : error
}
