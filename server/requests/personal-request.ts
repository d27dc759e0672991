import type { IncomingMessage } from 'node:http'

/** The cookie of a session in the newsroom. */
const SESSION_COOKIE = 'press.session_token'

/** Whether a request is one person's own: the shared cache neither answers it nor stores the answer. */
export function isPersonal({ headers }: IncomingMessage): boolean {
  return headers.authorization !== undefined || headers.cookie?.includes(SESSION_COOKIE) === true
}
