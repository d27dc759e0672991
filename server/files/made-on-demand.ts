import type { ServerResponse } from 'node:http'
import { fileFaultMessage } from '#db/file-fault.ts'
import { isExpected } from '#errors/expected-error.ts'
import { log } from '#server/log.ts'
import { ENCODER_ENDED } from '#server/pictures/encode-beside.ts'

/**
 * Runs an answer for which a file may have to be made first. When the file cannot be made just now, the answer is 503
 * with Retry-After.
 */
export async function madeOnDemand(
  response: ServerResponse,
  answer: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await answer()
  } catch (error) {
    if (!canBeMadeLater(error) || response.headersSent) throw error
    response.writeHead(503, { 'Retry-After': '5', 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
    return true
  }
}

/*
 * Too many files wait to be made, the process that makes them has ended, or the disk is full, which an administrator has
 * to know.
 */
function canBeMadeLater(error: unknown): boolean {
  if (isExpected(error, 'media')) return error.code === 'media.queueFull'
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === ENCODER_ENDED) return true
  const isFull = ['ENOSPC', 'EDQUOT'].includes(code)
  if (isFull) log.error(fileFaultMessage(error) ?? String(error))
  return isFull
}
