import pino from 'pino'

/** The program's log: JSON lines on stderr, warnings and errors unless LOG_LEVEL says otherwise. */
export const log = pino(
  { level: logLevel(process.env.LOG_LEVEL), base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true }),
)

/** Reads LOG_LEVEL again, once the `.env` file is known. */
export function readLogLevel(): void {
  log.level = logLevel(process.env.LOG_LEVEL)
}

function logLevel(level: string | undefined): string {
  const isKnown = level !== undefined && (level === 'silent' || level in pino.levels.values)
  return isKnown ? level : 'warn'
}
