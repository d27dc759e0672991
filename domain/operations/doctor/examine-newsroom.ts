import path from 'node:path'
import { engine } from '#db/engine.ts'
import { reasonOf } from '#db/errors.ts'
import { openServer } from '#db/open.ts'
import { brokenReferences } from '#db/postgres/server-health.ts'
import { openStoredDatabase } from '#db/sqlite/sqlite-snapshot.ts'
import { isExpected } from '#errors/expected-error.ts'
import { bodies } from './bodies.ts'
import {
  type Check,
  type DatabaseCheck,
  type Examined,
  type Finding,
  type FolderCheck,
  type FolderPatient,
  findingOf,
  type Patient,
  type ServerCheck,
} from './check.ts'
import { clock } from './clock.ts'
import { diskSpace } from './disk-space.ts'
import { integrity } from './integrity.ts'
import { mediaFiles } from './media-files.ts'
import { migrations } from './migrations.ts'
import { newsletter } from './newsletter.ts'
import { permissions } from './permissions.ts'
import { redirects } from './redirects.ts'
import { references } from './references.ts'
import { renditions } from './renditions.ts'
import { schedules } from './schedules.ts'
import { searchIndex } from './search-index.ts'
import { connections } from './server/connections.ts'
import { serverSetup } from './server/server-setup.ts'
import { serverTables } from './server/server-tables.ts'
import { serverTime } from './server/server-time.ts'
import { transactions } from './server/transactions.ts'
import { voices } from './voices.ts'
import { writeAheadLog } from './write-ahead-log.ts'

export type Diagnosis = Finding & { check: string }

const OF_THE_FOLDER: FolderCheck[] = engine === 'sqlite' ? [diskSpace, writeAheadLog] : [diskSpace]
const OF_THE_SERVER: ServerCheck[] = [serverSetup, serverTime, connections, transactions, serverTables]
const OF_THE_CONTENT: DatabaseCheck[] = [
  ...[references, clock, schedules, bodies],
  ...[mediaFiles, renditions, redirects, searchIndex, newsletter, voices],
]

type PatientOf = (check: string) => FolderPatient

/** Checks everything that can be wrong with a newsroom, and changes nothing, not even an old database. */
export async function examineNewsroom(options: {
  dataDir: string
  now?: Date
  progress?: (step: string, done: number, total: number) => void
}): Promise<Diagnosis[]> {
  const { dataDir, now = new Date(), progress = () => {} } = options
  const folder: PatientOf = check => ({
    ...{ dataDir, now },
    progress: (done, total) => progress(check, done, total),
  })
  const absence = await all([permissions], folder)
  /* A finding of one of these makes the checks after it useless or impossible. */
  if (absence.length > 0) return absence
  const found = await all(OF_THE_FOLDER, folder)
  const ofDatabase =
    engine === 'sqlite' ? await examineFile(dataDir, folder) : await examineServer(dataDir, folder)
  return [...found, ...ofDatabase]
}

async function examineFile(dataDir: string, folder: PatientOf): Promise<Diagnosis[]> {
  const file = openStoredDatabase(path.join(dataDir, 'press.db'))
  try {
    const damage = await all([integrity], check => ({ ...folder(check), file }))
    if (damage.length > 0) return damage
    return await examineContent(folder, inTurn, {
      db: file.db,
      migrations: async () => file.migrations(),
      brokenReferences: async () => file.brokenReferences(),
    })
  } finally {
    file.close()
  }
}

/* One snapshot for all checks: concurrent writes cannot make two observations contradict each other. */
async function examineServer(dataDir: string, folder: PatientOf): Promise<Diagnosis[]> {
  const server = openServer(dataDir, { isMigrated: true })
  try {
    return await server.snapshot(async snapshot => {
      const applied = await snapshot.migrations()
      if (applied === null) return [emptyServer(server.name)]
      const { attempt } = snapshot
      const ofServer = await all(OF_THE_SERVER, check => ({ ...folder(check), snapshot }), attempt)
      const ofContent = await examineContent(folder, attempt, {
        db: snapshot.db,
        migrations: async () => [...applied].map(([name, hash]) => ({ name, hash })),
        brokenReferences: () => brokenReferences(snapshot),
      })
      return [...ofServer, ...ofContent]
    })
  } catch (error) {
    if (!isExpected(error, 'database')) throw error
    return [{ check: 'server', ...findingOf(error) }]
  } finally {
    await server.close()
  }
}

async function examineContent(folder: PatientOf, attempt: Attempt, stored: Examined): Promise<Diagnosis[]> {
  const patient = (check: string): Patient => ({ ...folder(check), stored })
  const unlike = await all([migrations], patient, attempt)
  return unlike.length > 0 ? unlike : all(OF_THE_CONTENT, patient, attempt)
}

type Attempt = <Result>(work: () => Promise<Result>) => Promise<Result>
const inTurn: Attempt = work => work()

const emptyServer = (place: string): Diagnosis => ({
  check: 'server',
  level: 'problem',
  what: `There is no newsroom in ${place}: it has no tables.`,
  todo: 'Start the portal, which makes them, put a backup back with press restore, or correct DATABASE_URL.',
})

async function all<Patient>(
  checks: Check<Patient>[],
  patientFor: (check: string) => Patient,
  attempt: Attempt = inTurn,
): Promise<Diagnosis[]> {
  const found: Diagnosis[] = []
  for (const { name, examine } of checks) {
    const findings = await attempt(() => examine(patientFor(name))).catch(error => [failed(error)])
    found.push(...findings.map(finding => ({ check: name, ...finding })))
  }
  return found
}

/* A check that fails must not hide the others. */
function failed(error: unknown): Finding {
  const message = reasonOf(error)
  return {
    level: 'problem',
    what: `This could not be looked at: ${message}.`,
    todo: 'Mend what the others say, then ask again.',
  }
}
