/** Malformed XML, with the place where reading stopped. */
export class WxrSyntaxError extends Error {
  override readonly name = 'WxrSyntaxError'

  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message)
  }
}

/** The file can be read, but it is no WordPress export. */
export class NotWxr extends Error {
  override readonly name = 'NotWxr'

  constructor() {
    super(
      'This is no WordPress export: it has no <rss><channel> with a <wp:wxr_version>. Export again from Tools → Export.',
    )
  }
}

/** The file says that it is written in letters that nobody here can read. */
export class UnknownEncoding extends Error {
  override readonly name = 'UnknownEncoding'

  constructor(encoding: string) {
    super(
      `says that its encoding is "${encoding}", which is not known. Save it as UTF-8, and say so in its first line.`,
    )
  }
}
