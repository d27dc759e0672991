import { DatabaseError } from '#db/errors.ts'
import { fileFaultMessage } from '#db/file-fault.ts'
import { SettingError } from '#settings/settings.ts'

/** The portal cannot start, for a reason that its administrator can mend: one line that says how. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** What to print about an error at start: one line where we know what to do, everything we have where we do not. */
export function explainStartFailure(error: unknown, port: number, host: string): string {
  if (error instanceof SettingError || error instanceof DatabaseError || error instanceof StartError) {
    return error.message
  }
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    if (code === 'EADDRINUSE')
      return `Port ${port} is taken by another program. End that program, or choose another port: PORT=${port + 1} npm start`
    if (code === 'EACCES')
      return `This user may not listen on port ${port}. Choose a port above 1023, for instance PORT=3000.`
    return `The portal cannot listen on ${host}: this machine has no such address. Correct the setting HOST, for instance HOST=127.0.0.1.`
  }
  const fault = fileFaultMessage(error)
  if (fault) return fault
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
