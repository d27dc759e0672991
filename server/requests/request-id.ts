import crypto from 'node:crypto'

/* Of this process; a number after it names a request, which costs less than a random name for each. */
const processId = crypto.randomBytes(9).toString('base64url')
let requests = 0

/** A name for a request, by which the log and whoever asks about an answer find each other. */
export function nextRequestId(): string {
  requests++
  return `${processId}-${requests.toString(36)}`
}
