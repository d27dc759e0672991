import path from 'node:path'
import type { Command } from 'commander'
import { requireDatabase } from '#db/data-folder.ts'
import type { Database } from '#db/database.ts'
import { engine } from '#db/engine.ts'
import { openDatabase } from '#db/open.ts'
import { openPostgres } from '#db/postgres/open-postgres.ts'
import { openSqlite } from '#db/sqlite/open-sqlite.ts'
import { type MoveReport, moveNewsroom } from '#domain/operations/moving/move-newsroom.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { isPostgresUrl } from '#settings/setting-kinds.ts'
import { settings } from '#settings/settings.ts'
import { interruptible } from './interruption.ts'
import { SENDING_HELD } from './sending-held.ts'
import { stepProgress } from './step-progress.ts'

type Options = { to: string; resume?: boolean; json?: boolean }

export function register(program: Command): void {
  program
    .command('move')
    .description('copy the newsroom into another database, of the other kind or the same')
    .requiredOption(
      '--to <database>',
      'postgres://user:password@server/database, or sqlite: a file in PRESS_DATA',
    )
    .option('--resume', 'go on with a move into that database that was broken off')
    .option('--json', 'print what was copied as JSON')
    .addHelpText(
      'after',
      `
Stop the portal first. The other database has to be empty; every table is compared when all rows are there. Nothing of
the newsroom is changed where it is. Pictures and videos stay in PRESS_DATA. Then set DATABASE_URL, or take it away. The newsletter
sends nothing from the new database before you let it.

Examples:
  press move --to postgres://press:secret@db.example.org/press
  DATABASE_URL=postgres://press:secret@db.example.org/press press move --to sqlite`,
    )
    .action(run)
}

async function run({ to: address, resume = false, json = false }: Options): Promise<void> {
  const { dataDir } = settings()
  /* Without this check, an empty database would be created and moved. */
  if (engine === 'sqlite') requireDatabase(dataDir)
  const from = openDatabase(dataDir)
  const to = openTarget(address, dataDir, from)
  const bar = stepProgress()
  try {
    const report = await interruptible(
      signal => moveNewsroom({ from, to, resume, signal, progress: bar.update }),
      'interrupted.move',
    )
    bar.stop()
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : summary(report))
    if (report.isSendingHeld) process.stderr.write(SENDING_HELD)
  } finally {
    bar.stop()
    await to.close()
    await from.close()
  }
}

function openTarget(address: string, dataDir: string, from: Database): Database {
  if (address === 'sqlite') {
    if (from.engine === 'sqlite') throw new ExpectedError('move.alreadySqlite')
    return openSqlite(dataDir)
  }
  if (!isPostgresUrl(address)) throw new ExpectedError('move.noDatabase', { address })
  return openPostgres({ url: address, dataDir: path.resolve(dataDir), connections: 4, statementMs: 600_000 })
}

function summary({ from, to, tables }: MoveReport): string {
  const rows = tables.reduce((all, table) => all + table.rows, 0)
  const articles = tables.find(({ name }) => name === 'articles')?.rows ?? 0
  return `${articles} articles in ${rows} rows of ${tables.length} tables: ${to} holds the same as ${from}\n`
}
