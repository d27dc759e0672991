import fs from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { requireDatabase } from '#db/data-folder.ts'
import { openDatabase } from '#db/open.ts'
import { exportFolder } from '#domain/transfer/exporting/export-folder.ts'
import { settings } from '#settings/settings.ts'
import { progressBar } from './progress.ts'

export function register(program: Command): void {
  const command = program.command('export').description('take the newsroom out')
  command
    .command('seed')
    .description('write a folder that `press seed` takes: texts, pictures, times and numbers of every story')
    .argument('<dir>', 'the folder; new or empty')
    .option('--json', 'print the report as JSON')
    .action(run)
}

async function run(dir: string, { json = false }: { json?: boolean }): Promise<void> {
  if (fs.existsSync(dir) && (!fs.statSync(dir).isDirectory() || fs.readdirSync(dir).length > 0)) {
    process.stderr.write(`${dir} is not an empty folder; name one that is new or empty\n`)
    process.exitCode = 2
    return
  }
  requireDatabase(settings().dataDir)
  const { dataDir, close } = openDatabase()
  const bar = progressBar()
  try {
    const report = await exportFolder({ dir, dataDir, progress: bar.update })
    bar.stop()
    const counts = `${report.stories} stories in ${report.articles} articles, ${report.pages} pages, ${report.redirects} old addresses, ${report.files} files`
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `${path.resolve(dir)}: ${counts}\n`)
    for (const note of report.notes) process.stderr.write(`${note}\n`)
  } finally {
    bar.stop()
    await close()
  }
}
