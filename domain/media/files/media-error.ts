export type MediaErrorCode =
  | 'empty'
  | 'unknown-format'
  | 'damaged'
  | 'too-many-pixels'
  | 'too-many-bytes'
  | 'queue-full'

/** An expected refusal. The code is for programs and for messages in the person's language; the message is for logs. */
export class MediaError extends Error {
  override readonly name = 'MediaError'
  readonly code: MediaErrorCode

  constructor(code: MediaErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
