import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { openDatabase } from '#db/open.ts'
import { makeHere } from '#domain/media/ahead/make-here.ts'
import { PicturesAhead } from '#domain/media/ahead/pictures-ahead.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { inventInThread } from './invent-in-thread.ts'
import { makeNewsroom } from './make-newsroom.ts'
import { progressBar } from './progress.ts'

const DID_NOT_WORK = 1
const CALLED_WRONGLY = 2
const MOST = 1_000_000

const program = new Command('bench:newsroom')
  .description(
    'Makes a newsroom of made-up articles to measure with. Serve it with PRESS_DATA=<dir> npm start.',
  )
  .argument(
    '<n>',
    'how many bilingual articles: n stories, each told in Arabic and in English, so 2n articles in the database',
    wholeNumber,
  )
  .argument('<dir>', 'the data folder to make; one that holds a database already is refused')
  .option(
    '--pictures',
    'make every size of its pictures too, which the portal would otherwise do while it serves',
  )
  .showHelpAfterError('Add --help for what it takes.')
  .exitOverride()
  .action(run)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeFor(error)
}

async function run(count: number, dir: string, { pictures = false }: { pictures?: boolean }): Promise<void> {
  const dataDir = path.resolve(dir)
  if (fs.existsSync(path.join(dataDir, 'press.db'))) {
    process.stderr.write(`${dir} holds a database already. Name another folder.\n`)
    process.exitCode = DID_NOT_WORK
    return
  }
  const bar = progressBar()
  const { invent, stop } = inventInThread()
  try {
    const { articles, seconds } = await makeNewsroom({ count, dataDir, invent, progress: bar.update })
    bar.stop()
    if (pictures) await makePictures(dataDir)
    const rate = Math.round(articles / seconds)
    process.stdout.write(
      `${articles} articles of ${count} stories in ${seconds.toFixed(1)} s: ${rate} a second\n`,
    )
  } finally {
    bar.stop()
    await stop()
    openDatabase().close()
  }
}

async function makePictures(dataDir: string): Promise<void> {
  openDatabase(dataDir)
  await makeHere(dataDir, await new PicturesAhead(MOST).list(), { atOnce: os.availableParallelism() })
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > MOST) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST}.`)
  }
  return number
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : CALLED_WRONGLY
  const inDetail = error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${isExpected(error) ? errorWords(error, 'en') : inDetail}\n`)
  return DID_NOT_WORK
}
