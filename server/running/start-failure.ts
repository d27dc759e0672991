import { fileFaultMessage } from '#db/file-fault.ts'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'

/**
 * The text to print about an error at start: one line with a remedy where we know one, everything we have otherwise.
 */
export function explainStartFailure(error: unknown, port: number, host: string): string {
  const expected = isExpected(error) ? error : listenError(error, port, host)
  if (expected) return errorWords(expected, 'en')
  const fault = fileFaultMessage(error)
  if (fault) return fault
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function listenError(error: unknown, port: number, host: string): ExpectedError | null {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return null
  if (code === 'EADDRINUSE')
    return new ExpectedError('start.portTaken', { port: String(port), otherPort: String(port + 1) })
  if (code === 'EACCES') return new ExpectedError('start.portForbidden', { port: String(port) })
  return new ExpectedError('start.addressUnknown', { host })
}
