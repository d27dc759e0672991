import { checkPlace } from '#domain/distribution/newsletter/placing.ts'
import { log } from '#server/log.ts'

/** Makes sure, before anything is sent, that this database is no copy from elsewhere. */
export async function checkPlaceFirst(now: Date): Promise<void> {
  if (await checkPlace(now))
    log.warn(
      { todo: 'press newsletter suppressions import FILE, or press newsletter resume' },
      'The database was put back or came from elsewhere, so the newsletter is on hold',
    )
}
