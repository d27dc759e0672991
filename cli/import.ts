import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Command } from 'commander'
import { hasDatabase } from '#db/data-folder.ts'
import { openDatabase } from '#db/open.ts'
import { keepArt, keepPicture, keepVideo } from '#domain/media/files/keep-file.ts'
import { importWxr } from '#domain/transfer/importing/wxr/import-wxr.ts'
import { isLocale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'
import { confirmReplaceDemo } from './confirm-replace-demo.ts'
import { printImportReport } from './import-report.ts'
import { progressBar } from './progress.ts'

type Options = { locale?: string; uploads?: string; dryRun?: boolean; replaceDemo?: boolean; json?: boolean }

export function register(program: Command): void {
  const command = program.command('import').description('bring content from another system')
  command
    .command('wxr')
    .description('bring a WordPress export: posts, pages, authors, categories, tags and pictures')
    .argument('<file>', 'the XML file of Tools → Export')
    .option('--locale <ar|en>', 'the language of everything in the file; otherwise told post by post')
    .option('--uploads <dir>', 'a copy of wp-content/uploads, for the pictures')
    .option('--dry-run', 'show what would happen and write nothing')
    .option('--replace-demo', 'remove the demonstration newsroom first')
    .option('--json', 'print the report as JSON')
    .action(run)
}

async function run(file: string, options: Options): Promise<void> {
  const { locale, uploads, dryRun = false, json = false } = options
  if (locale !== undefined && !isLocale(locale)) return misused(`--locale takes ar or en, not ${locale}`)
  if (!fs.existsSync(file)) return misused(`There is no file ${file}`)
  if (isFolder(file)) return misused(`${file} is a folder; name the XML file in it`)
  if (uploads !== undefined && !isFolder(uploads)) return misused(`There is no folder ${uploads}`)
  const { dataDir, close } = openFor(dryRun)
  const bar = progressBar()
  try {
    const replaceDemo = dryRun ? false : await confirmReplaceDemo(options.replaceDemo ?? false)
    const report = await importWxr({
      file,
      locale: isLocale(locale) ? locale : undefined,
      uploads,
      dryRun,
      replaceDemo,
      keeper: {
        picture: (bytes, name) => keepPicture(dataDir, bytes, name, { dryRun }),
        video: (bytes, name) => keepVideo(dataDir, bytes, name, { dryRun }),
        art: (seed, glaze) => keepArt(dataDir, { seed, glaze }),
      },
      onProgress: bar.update,
    })
    bar.stop()
    if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else printImportReport(report)
    const disagree = report.counts.some(count => count.inDatabase !== null && count.inDatabase < count.inFile)
    if (disagree || report.items.some(item => item.outcome === 'failed')) process.exitCode = 1
  } finally {
    bar.stop()
    await close()
  }
}

function misused(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 2
}

/* A dry run leaves nothing behind, not even an empty database. */
function openFor(dryRun: boolean): { dataDir: string; close: () => void | Promise<void> } {
  const { dataDir } = settings()
  if (!dryRun || hasDatabase(dataDir)) return openDatabase(dataDir)
  const passing = openDatabase(fs.mkdtempSync(path.join(os.tmpdir(), 'press-dry-run-')))
  const close = async () => {
    await passing.close()
    fs.rmSync(passing.dataDir, { recursive: true, force: true })
  }
  return { dataDir: passing.dataDir, close }
}

function isFolder(name: string): boolean {
  return fs.existsSync(name) && fs.statSync(name).isDirectory()
}
