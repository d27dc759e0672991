import { ExpectedError } from '#errors/expected-error.ts'

const MEGABYTE = 1024 * 1024

/** A file larger than the limit, in megabytes as people know them: a byte more than 60 is 61. */
export function tooManyBytes(bytes: number, maxBytes: number): ExpectedError {
  return new ExpectedError('media.tooManyBytes', {
    megabytes: Math.ceil(bytes / MEGABYTE),
    most: Math.floor(maxBytes / MEGABYTE),
  })
}
