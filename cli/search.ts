import type { Command } from 'commander'
import { openDatabase } from '#db/open.ts'
import { reindex } from '#domain/discovery/search/indexing/reindex.ts'
import { interruptible } from './interruption.ts'
import { progressBar } from './progress.ts'

export function register(program: Command): void {
  const search = program.command('search').description('what readers find articles by')
  search
    .command('reindex')
    .description('make the index of search again, while the site runs')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
The index follows every change by itself. Make it again when "press doctor" says so, or when topics or authors have
new names. Every article is found all the time; what is interrupted goes on by itself when the portal runs.

Example:
  press search reindex`,
    )
    .action(run)
}

async function run({ json = false }: { json?: boolean }): Promise<void> {
  const { close } = openDatabase()
  const bar = progressBar()
  const begunMs = performance.now()
  try {
    const articles = await interruptible(async signal => {
      const done = await reindex({ signal, progress: bar.update })
      signal.throwIfAborted()
      return done
    }, 'interrupted.reindex')
    bar.stop()
    const seconds = Math.round((performance.now() - begunMs) / 100) / 10
    process.stdout.write(
      json
        ? `${JSON.stringify({ articles, seconds })}\n`
        : `Articles in the index: ${articles}, read in ${seconds} s\n`,
    )
  } finally {
    bar.stop()
    await close()
  }
}
