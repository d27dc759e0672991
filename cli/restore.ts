import fs from 'node:fs'
import type { Readable } from 'node:stream'
import type { Command } from 'commander'
import { engine } from '#db/engine.ts'
import {
  type RestoreReport,
  type RestoreStep,
  restoreBackup,
} from '#domain/operations/backup/restore-backup.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { settings } from '#settings/settings.ts'
import { byteCount } from './byte-count.ts'
import { interruptible } from './interruption.ts'
import { SENDING_HELD } from './sending-held.ts'
import { stepProgress } from './step-progress.ts'

export function register(program: Command): void {
  program
    .command('restore')
    .description('put a newsroom back from a backup, into the folder and the database that the settings name')
    .argument('<file>', 'the archive that `press backup` made; - reads it from standard input')
    .option('--json', 'print what was put back as JSON')
    .addHelpText(
      'after',
      `
The folder that PRESS_DATA names has to be empty or not there. With DATABASE_URL the database has to be empty instead,
and files that are in the folder already stay when they are the same. Every file and the database are checked before
anything counts. Any backup goes into either database. The newsletter sends nothing from a restored newsroom before you
let it.

Example:
  PRESS_DATA=/srv/arab-press press restore /srv/backups/arab-press-2026-11-30.tar.gz`,
    )
    .action(run)
}

async function run(file: string, { json = false }: { json?: boolean }): Promise<void> {
  const { dataDir } = settings()
  const refusal = refuse(file)
  if (refusal) {
    process.stderr.write(`${refusal}\n`)
    process.exitCode = 2
    return
  }
  const bar = stepProgress()
  try {
    const { input, size } = openArchive(file)
    const progress = (step: RestoreStep, done: number, total: number | null) => {
      const all = total ?? size
      if (all !== null) bar.update(step, done, all)
    }
    const report = await interruptible(signal => restoreBackup({ input, dataDir, progress, signal }))
    bar.stop()
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : summary(report))
    if (report.isSendingHeld) process.stderr.write(SENDING_HELD)
  } catch (error) {
    bar.stop()
    if (!isExpected(error, 'backup')) throw error
    const name = file === '-' ? 'The archive' : file
    process.stderr.write(
      `${name} was not restored, and nothing was left behind. ${errorWords(error, 'en')}\n`,
    )
    process.exitCode = 1
  }
}

function refuse(file: string): string | null {
  if (file === '-')
    return process.stdin.isTTY ? 'Name the archive, or send it in: press restore - < archive' : null
  if (!fs.existsSync(file)) return `There is no file ${file}`
  return fs.statSync(file).isDirectory() ? `${file} is a folder; name the archive in it.` : null
}

/* The size of piped input is unknown. */
function openArchive(file: string): { input: Readable; size: number | null } {
  return file === '-'
    ? { input: process.stdin, size: null }
    : { input: fs.createReadStream(file), size: fs.statSync(file).size }
}

function summary({ dataDir, database, rows, files, bytes, madeAt }: RestoreReport): string {
  const counts = `${rows.stories ?? 0} stories in ${rows.articles ?? 0} articles, ${files} files of ${byteCount(bytes)}`
  const place = engine === 'sqlite' ? dataDir : `${database} and ${dataDir}`
  return `${place}: ${counts}, as it was at ${madeAt}; everything is as it was saved\n`
}
