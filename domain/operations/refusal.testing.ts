/* For tests: the words that an administrator reads when a piece of work is refused. */
import { inWords } from '#i18n/in-words.testing.ts'

/** The words of the error that ends some work; the message of an error that is not expected. */
export function refusalOf(work: Promise<unknown>): Promise<string> {
  return inWords(() => work).then(
    () => 'It was not refused',
    (error: Error) => error.message,
  )
}
