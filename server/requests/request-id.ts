import crypto from 'node:crypto'

/* Names this process. The name and a number name a request, which costs less than a random name for each. */
const processId = crypto.randomBytes(9).toString('base64url')
let requests = 0

/** A name for the next request. A reader who reports an answer can quote it, and the log has it too. */
export function nextRequestId(): string {
  requests++
  return `${processId}-${requests.toString(36)}`
}
