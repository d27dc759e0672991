import type { Reader } from '#db/open.ts'
import type { PostgresSnapshot } from '#db/postgres/postgres-snapshot.ts'
import type { AppliedMigration, StoredDatabase } from '#db/sqlite/sqlite-snapshot.ts'
import type { ExpectedError } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'

export type Finding = {
  /** Problem: something is wrong and will not repair itself. Note: worth knowing, and fine as it is. */
  level: 'problem' | 'note'
  /** The observation and its meaning. */
  what: string
  /** The remedy. */
  todo: string
  /** Some of the things concerned. */
  examples?: string[]
}

export type FolderPatient = { dataDir: string; now: Date; progress: (done: number, total: number) => void }
/** A database of either engine, as it is. */
export type Examined = {
  db: Reader
  migrations: () => Promise<AppliedMigration[]>
  brokenReferences: () => Promise<string[]>
}
export type Patient = FolderPatient & { stored: Examined }
type FilePatient = FolderPatient & { file: StoredDatabase }
type ServerPatient = FolderPatient & { snapshot: PostgresSnapshot }

export type Check<Patient> = { name: string; examine: (patient: Patient) => Promise<Finding[]> }

/** A check of the data folder, whatever is in it. */
export type FolderCheck = Check<FolderPatient>
/** A check of the database. */
export type DatabaseCheck = Check<Patient>
/** A check that applies to an SQLite file only. */
export type FileCheck = Check<FilePatient>
/** A check that applies to a server only. */
export type ServerCheck = Check<ServerPatient>

const EXAMPLES = 5

/** A few of many, for a person; the last entry counts the rest. */
export function examplesOf(all: string[]): string[] {
  const more = all.length - EXAMPLES
  return more > 0 ? [...all.slice(0, EXAMPLES), `and ${more} more`] : all
}

/** The finding for a database that cannot be used, with its remedy apart. */
export function findingOf(error: ExpectedError): Finding {
  const words = errorWords(error, 'en')
  const [what = words, ...todo] = words.split(/(?<=\.) (?=[A-Z])/)
  return { level: 'problem', what, todo: todo.join(' ') || 'Mend that, then ask again.' }
}
