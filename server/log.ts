import pino from 'pino'
import { settingsOrDefaults } from '#settings/settings.ts'

/** The program's log: JSON lines on stderr, warnings and errors unless LOG_LEVEL says otherwise. */
export const log = pino(
  { level: settingsOrDefaults().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true }),
)
