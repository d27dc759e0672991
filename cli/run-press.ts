import { Command, CommanderError } from 'commander'
import { engine } from '../db/engine'
import { DatabaseError } from '../db/errors'
import { fileFaultMessage } from '../db/file-fault'
import packageFile from '../package.json'
import { parseSettings } from '../request/settings'
import { register as registerArticle } from './article'
import { register as registerBackup } from './backup'
import { register as registerBreaking } from './breaking'
import { register as registerDoctor } from './doctor'
import { register as registerExport } from './export'
import { register as registerImport } from './import'
import { register as registerMove } from './move'
import { register as registerRestore } from './restore'
import { register as registerSearch } from './search'
import { register as registerSeed } from './seed'

const DID_NOT_WORK = 1
const CALLED_WRONGLY = 2

/* Their messages say all that there is to say. */
const EXPECTED = [
  'DatabaseError',
  'SettingError',
  'PublishingRefused',
  'StaleRevision',
  'NoSuchArticle',
  'BackupError',
  'MoveError',
  'Interrupted',
]

/* In the order in which `--help` shows them. */
const COMMANDS = [
  registerArticle,
  registerBreaking,
  registerSeed,
  registerExport,
  registerImport,
  registerSearch,
  registerBackup,
  registerRestore,
  registerMove,
  registerDoctor,
]

/* These know the database as a file, and would report about one that nobody uses. */
const ONLY_FILES = ['backup', 'restore', 'doctor']

/** Runs one command of `press` and leaves its exit code with the process. */
export async function runPress(args: string[]): Promise<void> {
  const program = new Command('press')
    .description('Runs a newsroom from the command line.')
    .version(packageFile.version)
    .showHelpAfterError('Add --help for what it takes.')
    .exitOverride()
  /* `--help` answers whatever the settings are, and the doctor says itself what is wrong with them. */
  program.hook('preAction', (_, action) => {
    if (ONLY_FILES.includes(action.name())) refuseServer(action.name())
    if (action.name() !== 'doctor') parseSettings(process.env)
  })
  for (const register of COMMANDS) register(program)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = exitCodeFor(error)
  }
}

function refuseServer(command: string): void {
  if (engine === 'sqlite') return
  throw new DatabaseError(
    'elsewhere',
    `press ${command} is for SQLite, and DATABASE_URL names a PostgreSQL server. Save that with pg_dump, and the folder media/ of PRESS_DATA beside it; docs/operations.md says how.`,
  )
}

/* commander has printed its own errors already; its exit code for help and version is 0. */
function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : CALLED_WRONGLY
  process.stderr.write(`${fileFaultMessage(error) ?? expectedMessage(error) ?? inDetail(error)}\n`)
  return DID_NOT_WORK
}

/* A fault of the database may come inside the error of the query that met it. */
function expectedMessage(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause)
    if (EXPECTED.includes(each.name)) return each.message
  return null
}

function inDetail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
