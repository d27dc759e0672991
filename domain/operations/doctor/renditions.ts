import { countAhead } from '#domain/media/ahead/count-ahead.ts'
import { PicturesAhead } from '#domain/media/ahead/pictures-ahead.ts'
import { settingsOrDefaults } from '#settings/settings.ts'
import type { DatabaseCheck } from './check.ts'

/** Reports the number of renditions that are still to be made ahead. */
export const renditions: DatabaseCheck = {
  name: 'renditions',
  async examine({ dataDir, now, stored }) {
    const pictures = await new PicturesAhead(settingsOrDefaults().picturesAhead).list(now, stored.db)
    const { left } = await countAhead(dataDir, pictures)
    if (left === 0) return []
    const what = `Sizes of new pictures that are not made yet: ${left}. Their first reader waits a moment for each.`
    return [
      {
        level: 'note',
        what,
        todo: 'Nothing: the portal makes them when it has time, or when they are asked for. "press pictures make" makes them at once.',
      },
    ]
  },
}
