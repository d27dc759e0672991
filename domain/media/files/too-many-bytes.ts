import { ExpectedError } from '#errors/expected-error.ts'

const MEGABYTE = 1024 * 1024

/** The error for a file larger than the limit. Megabytes are rounded up: a byte more than 60 MB is 61. */
export function tooManyBytes(bytes: number, maxBytes: number): ExpectedError {
  return new ExpectedError('media.tooManyBytes', {
    megabytes: Math.ceil(bytes / MEGABYTE),
    most: Math.floor(maxBytes / MEGABYTE),
  })
}
