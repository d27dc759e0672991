import path from 'node:path'
import { openStoredDatabase } from '../../db/sqlite/sqlite-snapshot'
import { bodies } from './bodies'
import type { DatabaseCheck, Finding, FolderCheck, FolderPatient, Patient } from './check'
import { clock } from './clock'
import { diskSpace } from './disk-space'
import { integrity } from './integrity'
import { mediaFiles } from './media-files'
import { migrations } from './migrations'
import { permissions } from './permissions'
import { redirects } from './redirects'
import { references } from './references'
import { renditions } from './renditions'
import { schedules } from './schedules'
import { writeAheadLog } from './write-ahead-log'

export type Diagnosis = Finding & { check: string }

const OF_THE_FOLDER: FolderCheck[] = [diskSpace, writeAheadLog]
const OF_THE_CONTENT: DatabaseCheck[] = [
  ...[references, clock, schedules, bodies],
  ...[mediaFiles, renditions, redirects],
]

/** Looks at everything that can be wrong with a newsroom, and changes nothing, not even an old database. */
export async function examineNewsroom(options: {
  dataDir: string
  now?: Date
  progress?: (step: string, done: number, total: number) => void
}): Promise<Diagnosis[]> {
  const { dataDir, now = new Date(), progress = () => {} } = options
  const folder = (check: string): FolderPatient => ({
    ...{ dataDir, now },
    progress: (done, total) => progress(check, done, total),
  })
  const absence = await all([permissions], folder)
  /* What one of these finds makes it useless, or impossible, to look at what comes after it. */
  if (absence.length > 0) return absence
  const found = await all(OF_THE_FOLDER, folder)
  const stored = openStoredDatabase(path.join(dataDir, 'press.db'))
  try {
    const database = (check: string): Patient => ({ ...folder(check), stored })
    for (const fatal of [integrity, migrations]) {
      const faults = await all([fatal], database)
      if (faults.length > 0) return [...found, ...faults]
    }
    return [...found, ...(await all(OF_THE_CONTENT, database))]
  } finally {
    stored.close()
  }
}

async function all<Examined>(
  checks: { name: string; examine: (patient: Examined) => Promise<Finding[]> }[],
  patientFor: (check: string) => Examined,
): Promise<Diagnosis[]> {
  const found: Diagnosis[] = []
  for (const { name, examine } of checks) {
    const findings = await examine(patientFor(name)).catch(error => [failed(error)])
    found.push(...findings.map(finding => ({ check: name, ...finding })))
  }
  return found
}

/* One thing that cannot be looked at must not hide the others. */
function failed(error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error)
  return {
    level: 'problem',
    what: `This could not be looked at: ${message}.`,
    todo: 'Mend what the others say, then ask again.',
  }
}
