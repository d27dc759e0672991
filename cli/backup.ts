import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Writable } from 'node:stream'
import type { Command } from 'commander'
import { intoFile } from '#domain/operations/backup/into-file.ts'
import { type BackupReport, takeBackup } from '#domain/operations/backup/take-backup.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import packageFile from '#package.json'
import { settings } from '#settings/settings.ts'
import { byteCount } from './byte-count.ts'
import { interruptible } from './interruption.ts'
import { stepProgress } from './step-progress.ts'

type Options = { force?: boolean; json?: boolean }

const FAULTS_SHOWN = 5

export function register(program: Command): void {
  program
    .command('backup')
    .description('save the newsroom as one archive, while the portal runs: the database, pictures and videos')
    .argument('<file>', 'the archive, such as arab-press-backup.tar.gz; - writes it to standard output')
    .option('--force', 'put it in the place of a file that is there')
    .option(
      '--json',
      'print what was saved as JSON; on standard error when the archive goes to standard output',
    )
    .addHelpText(
      'after',
      `
Copying the database takes as much room as it has: beside the file, or for - in the folder that TMPDIR names. With
DATABASE_URL the copy is one of SQLite, so that any backup can be put back into either database.

Examples:
  press backup /srv/backups/arab-press-$(date +%F).tar.gz
  press backup - | ssh backups.example.org "cat > arab-press.tar.gz"`,
    )
    .action(run)
}

async function run(file: string, { force = false, json = false }: Options): Promise<void> {
  const { dataDir } = settings()
  const isPipe = file === '-'
  const refusal = isPipe ? refusePipe() : refuseFile(path.resolve(file), dataDir, force)
  if (refusal) {
    process.stderr.write(`${refusal}\n`)
    process.exitCode = 2
    return
  }
  const progress = stepProgress()
  try {
    const report = await interruptible(signal => {
      const take = (output: Writable, workFolder: string) =>
        takeBackup({
          ...{ dataDir, output, workFolder, signal },
          program: packageFile.version,
          progress: progress.update,
        })
      return isPipe ? intoPipe(take) : intoFile(file, take)
    })
    progress.stop()
    const text = json
      ? `${JSON.stringify({ file: isPipe ? null : path.resolve(file), ...report }, null, 2)}\n`
      : summary(isPipe ? 'standard output' : path.resolve(file), report)
    const stream = isPipe ? process.stderr : process.stdout
    stream.write(text)
    if (!json) warn(report)
  } finally {
    progress.stop()
  }
}

function refusePipe(): string | null {
  return process.stdout.isTTY
    ? 'An archive is no text for a terminal. Name a file, or send it on: press backup - | ssh ...'
    : null
}

function refuseFile(file: string, dataDir: string, force: boolean): string | null {
  const folder = path.dirname(file)
  if (!fs.existsSync(folder)) return `There is no folder ${folder}. Make it, or name another.`
  if (!path.relative(dataDir, file).startsWith('..'))
    return `${file} lies in the data folder and would be lost with it. Name a file elsewhere, best on another machine.`
  if (!fs.existsSync(file)) return null
  if (fs.statSync(file).isDirectory()) return `${file} is a folder; name a file in it.`
  return force ? null : `${file} is there already. Name another file, or take its place with --force.`
}

async function intoPipe<Result>(
  take: (output: Writable, workFolder: string) => Promise<Result>,
): Promise<Result> {
  const workFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-backup-'))
  try {
    return await take(process.stdout, workFolder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
    throw new ExpectedError('backup.pipeClosed', {}, { cause: error })
  } finally {
    fs.rmSync(workFolder, { recursive: true, force: true })
  }
}

function summary(place: string, { rows, files, bytes, archiveBytes, madeAt }: BackupReport): string {
  const counts = `${rows.stories ?? 0} stories in ${rows.articles ?? 0} articles, ${files} files of ${byteCount(bytes)}`
  return `${place}: ${counts}, packed into ${byteCount(archiveBytes)}; as it was at ${madeAt}\n`
}

/* These are faults of the newsroom; the backup itself is complete. */
function warn({ missing, brokenReferences }: BackupReport): void {
  const faults = [
    { what: 'Files that this newsroom has lost, which are not in the backup either', list: missing },
    { what: 'Rows that name others which are not there, saved as they are', list: brokenReferences },
  ]
  for (const { what, list } of faults.filter(fault => fault.list.length > 0)) {
    const more = list.length > FAULTS_SHOWN ? `, and ${list.length - FAULTS_SHOWN} more` : ''
    const some = list.slice(0, FAULTS_SHOWN).join(', ')
    process.stderr.write(`${what}: ${some}${more}. \`press doctor\` says what to do.\n`)
  }
}
