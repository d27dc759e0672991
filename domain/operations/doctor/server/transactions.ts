import { type LongTransaction, transactionsLongerThan } from '#db/postgres/server-health.ts'
import { examplesOf, type Finding, type ServerCheck } from '#domain/operations/doctor/check.ts'

/* A backup of a large newsroom reads for minutes. */
const READING_SECONDS = 15 * 60
/* Others give up after ten. */
const WRITING_SECONDS = 5
const HOUR_SECONDS = 60 * 60

/** Checks that no transaction has been open for long. */
export const transactions: ServerCheck = {
  name: 'transactions',
  async examine({ snapshot }) {
    const long = await transactionsLongerThan(snapshot, {
      reading: READING_SECONDS,
      writing: WRITING_SECONDS,
    })
    const holding = long.filter(({ holdsUpWrites }) => holdsUpWrites)
    const reading = long.filter(({ holdsUpWrites }) => !holdsUpWrites)
    const findings: Finding[] = []
    if (holding.length > 0) {
      findings.push({
        level: 'problem',
        what: 'Something holds the lock of all that write, so that nothing can be saved or published until it ends.',
        todo: 'Wait for it if it is a press restore; otherwise end it: SELECT pg_terminate_backend(number).',
        examples: examplesOf(holding.map(named)),
      })
    }
    if (reading.length > 0) {
      findings.push({
        level: reading.some(({ seconds }) => seconds > HOUR_SECONDS) ? 'problem' : 'note',
        what: 'Transactions have been open for long. What is overwritten or deleted meanwhile keeps its room, and reading becomes slow.',
        todo: 'Wait for them if they are backups; otherwise end them: SELECT pg_terminate_backend(number).',
        examples: examplesOf(reading.map(named)),
      })
    }
    return findings
  },
}

const named = ({ pid, program, seconds }: LongTransaction) =>
  `number ${pid} (${program || 'without a name'}), for ${seconds} seconds`
