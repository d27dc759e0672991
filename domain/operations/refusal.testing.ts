/* For tests: the words that an administrator reads when a piece of work is refused. */
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'

/** The words of the error that ends some work; the message of an error that is not expected. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('It was not refused'),
    (reason: unknown) => reason,
  )
  return isExpected(error) ? errorWords(error, 'en') : (error as Error).message
}
