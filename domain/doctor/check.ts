import type { StoredDatabase } from '../../db/sqlite/sqlite-snapshot'

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
export type Patient = FolderPatient & { stored: StoredDatabase }

type Named<Examined> = { name: string; examine: (patient: Examined) => Promise<Finding[]> }

/** Something that is looked at in the data folder, whatever is in it. */
export type FolderCheck = Named<FolderPatient>
/** Something that is looked at in the database. */
export type DatabaseCheck = Named<Patient>

const EXAMPLES = 5

/** Some of many, for a person; the last says how many more there are. */
export function examplesOf(all: string[]): string[] {
  const more = all.length - EXAMPLES
  return more > 0 ? [...all.slice(0, EXAMPLES), `and ${more} more`] : all
}
