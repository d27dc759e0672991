import type { IncomingMessage } from 'node:http'

/**
 * Whether a request is a preview that a verified session asks for: only its answer passes the shared cache. A cookie or
 * a header alone proves nothing, and whoever forges one gets the page that everybody gets.
 */
export type IsVerifiedPreview = (request: IncomingMessage) => boolean

/** The answer while there are no sessions. */
export const noPreviews: IsVerifiedPreview = () => false
