import { failedSpoken } from '#db/queries/audio/spoken.ts'
import { type DatabaseCheck, examplesOf } from './check.ts'

const MOST = 100

/** Checks that articles could be spoken. */
export const voices: DatabaseCheck = {
  name: 'voices',
  async examine({ stored }) {
    const failed = await failedSpoken(stored.db, MOST)
    if (failed.length === 0) return []
    return [
      {
        level: 'problem',
        what: 'Articles could not be spoken: their readers get the voice of their own browser, or none.',
        todo: 'Mend what it says, then hear it: press voice try. The portal tries again when somebody listens.',
        examples: examplesOf(
          failed.map(({ articleId, voice, failure }) => `article ${articleId} (${voice}): ${failure ?? ''}`),
        ),
      },
    ]
  },
}
