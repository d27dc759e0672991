import os from 'node:os'
import type { Command } from 'commander'
import { openDatabase } from '#db/open.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { countAhead } from '#domain/media/ahead/count-ahead.ts'
import { whileHoldingAhead } from '#domain/media/ahead/lease.ts'
import { makeHere } from '#domain/media/ahead/make-here.ts'
import { PicturesAhead } from '#domain/media/ahead/pictures-ahead.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { settings } from '#settings/settings.ts'
import { interruptible } from './interruption.ts'
import { progressBar } from './progress.ts'

type Options = { json?: boolean }

const LOW_PRIORITY = 10

export function register(program: Command): void {
  const pictures = program
    .command('pictures')
    .description('sizes of pictures that are made before readers ask')
  pictures
    .command('status')
    .description('how many sizes are made, and how many are left')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
PRESS_PICTURES_AHEAD says of how many of the newest pictures all sizes are made ahead, 2000 unless it is set; of ten
times as many, those that lists show. All others are made when a reader first asks for them.

Example:
  press pictures status`,
    )
    .action(status)
  pictures
    .command('make')
    .description('make what is left now, newest publications first')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
The portal makes them by itself while it runs, when it has time. This uses all processors: after an import or a
restoration, before the portal starts. What is interrupted goes on with the same command, or when the portal runs. It
ends with 1 when the portal is making them already, or when a picture is missing or damaged.

Example:
  press pictures make && npm start`,
    )
    .action(make)
}

async function status({ json = false }: Options): Promise<void> {
  const { dataDir, picturesAhead } = settings()
  const { close } = openDatabase(dataDir)
  try {
    const counts = await countAhead(dataDir, await new PicturesAhead(picturesAhead).list())
    const { pictures, files, left } = counts
    process.stdout.write(
      json
        ? `${JSON.stringify(counts)}\n`
        : `Pictures: ${pictures}, sizes to make of them: ${files}, made: ${files - left}, left: ${left}\n`,
    )
  } finally {
    await close()
  }
}

async function make({ json = false }: Options): Promise<void> {
  const { dataDir, picturesAhead } = settings()
  const { close } = openDatabase(dataDir)
  const bar = progressBar()
  try {
    const isHeld = await whileHoldingAhead(thisProcess, async () => {
      lowerPriority()
      const pictures = await new PicturesAhead(picturesAhead).list()
      const { made, failed } = await interruptible(async signal => {
        const progress = await makeHere(dataDir, pictures, {
          ...{ signal, atOnce: os.availableParallelism() },
          onProgress: ({ made, left, failed }) => bar.update(made + failed, made + failed + left),
        })
        signal.throwIfAborted()
        return progress
      }, 'interrupted.pictures')
      bar.stop()
      process.stdout.write(
        json ? `${JSON.stringify({ made, failed })}\n` : `Sizes of pictures made: ${made}\n`,
      )
      if (failed > 0) {
        process.stderr.write(`Sizes that could not be made: ${failed}. "press doctor" says more.\n`)
        process.exitCode = 1
      }
    })
    if (!isHeld) throw new ExpectedError('pictures.beingMade')
  } finally {
    bar.stop()
    await close()
  }
}

/* Readers of a portal on the same machine come first. A sandbox may forbid it. */
function lowerPriority(): void {
  try {
    os.setPriority(LOW_PRIORITY)
  } catch {}
}
