import type { Reader } from '#db/open.ts'
import type { PostgresSnapshot } from '#db/postgres/postgres-snapshot.ts'
import type { AppliedMigration, StoredDatabase } from '#db/sqlite/sqlite-snapshot.ts'
import type { ExpectedError } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'

export type Finding = {
  /** Problem: something is wrong and will not mend itself. Note: worth knowing, and good as it is. */
  level: 'problem' | 'note'
  /** What it is and what it means. */
  what: string
  /** What to do about it. */
  todo: string
  /** Some of what it is about. */
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

/** Something that is looked at in the data folder, whatever is in it. */
export type FolderCheck = Check<FolderPatient>
/** Something that is looked at in the database. */
export type DatabaseCheck = Check<Patient>
/** Something that only SQLite's file can have. */
export type FileCheck = Check<FilePatient>
/** Something that only a server can have. */
export type ServerCheck = Check<ServerPatient>

const EXAMPLES = 5

/** Some of many, for a person; the last says how many more there are. */
export function examplesOf(all: string[]): string[] {
  const more = all.length - EXAMPLES
  return more > 0 ? [...all.slice(0, EXAMPLES), `and ${more} more`] : all
}

/** What a database that cannot be used says, apart from what it says to do. */
export function saidBy(error: ExpectedError): Finding {
  const words = errorWords(error, 'en')
  const [what = words, ...todo] = words.split(/(?<=\.) (?=[A-Z])/)
  return { level: 'problem', what, todo: todo.join(' ') || 'Mend that, then ask again.' }
}
