import { Command, CommanderError } from 'commander'
import { fileFaultMessage } from '#db/file-fault.ts'
import { expectedAmong } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import packageFile from '#package.json'
import { parseSettings } from '#settings/settings.ts'
import { register as registerArticle } from './article.ts'
import { register as registerBackup } from './backup.ts'
import { register as registerBreaking } from './breaking.ts'
import { register as registerDoctor } from './doctor.ts'
import { register as registerExport } from './export.ts'
import { register as registerImport } from './import.ts'
import { register as registerMail } from './mail.ts'
import { register as registerMove } from './move.ts'
import { register as registerNewsletter } from './newsletter/newsletter.ts'
import { register as registerPictures } from './pictures.ts'
import { register as registerRestore } from './restore.ts'
import { register as registerSearch } from './search.ts'
import { register as registerSeed } from './seed.ts'
import { register as registerVoice } from './voice.ts'

const DID_NOT_WORK = 1
const CALLED_WRONGLY = 2

/* In the order in which `--help` shows them. */
const COMMANDS = [
  registerArticle,
  registerBreaking,
  registerNewsletter,
  registerMail,
  registerSeed,
  registerExport,
  registerImport,
  registerSearch,
  registerPictures,
  registerVoice,
  registerBackup,
  registerRestore,
  registerMove,
  registerDoctor,
]

/** Runs one command of `press` and leaves its exit code with the process. */
export async function runPress(args: string[]): Promise<void> {
  const program = new Command('press')
    .description('Runs a newsroom from the command line.')
    .version(packageFile.version)
    .showHelpAfterError('Add --help for what it takes.')
    .exitOverride()
  /* `--help` answers whatever the settings are, and the doctor says itself what is wrong with them. */
  program.hook('preAction', (_, action) => {
    if (action.name() !== 'doctor') parseSettings(process.env)
  })
  for (const register of COMMANDS) register(program)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = exitCodeFor(error)
  }
}

/* commander has printed its own errors already; its exit code for help and version is 0. */
function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : CALLED_WRONGLY
  process.stderr.write(`${fileFaultMessage(error) ?? expectedMessage(error) ?? inDetail(error)}\n`)
  return DID_NOT_WORK
}

/* A query wraps the fault of the database that it met. */
function expectedMessage(error: unknown): string | null {
  const expected = expectedAmong(error)
  return expected && errorWords(expected, 'en')
}

function inDetail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
