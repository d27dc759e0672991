import fs from 'node:fs'
import type { Command } from 'commander'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { mistakeLine, mistakesOf, type SeedMistake } from '#domain/transfer/seeding/seed-mistake.ts'
import type { SeedReport } from '#domain/transfer/seeding/seed-report.ts'
import { isExpected } from '#errors/expected-error.ts'
import { settings } from '#settings/settings.ts'
import { confirmReplaceDemo } from './confirm-replace-demo.ts'
import { NEEDS_REPLACE_DEMO } from './import-report.ts'
import { progressBar } from './progress.ts'

type Options = { dryRun?: boolean; replaceDemo?: boolean; json?: boolean }

export function register(program: Command): void {
  program
    .command('seed')
    .description('fill the newsroom from a folder of plain files; see docs/seeding.md')
    .argument('<dir>', 'the folder')
    .option('--dry-run', 'check everything, say what would change and write nothing')
    .option('--replace-demo', 'remove the demonstration newsroom first')
    .option('--json', 'print the report as JSON')
    .action(run)
}

async function run(
  dir: string,
  { dryRun = false, replaceDemo = false, json = false }: Options,
): Promise<void> {
  const isFolder = fs.existsSync(dir) && fs.statSync(dir).isDirectory()
  if (!isFolder) {
    process.stderr.write(`There is no folder ${dir}\n`)
    process.exitCode = 2
    return
  }
  const { dataDir } = settings()
  const bar = progressBar()
  try {
    const report = await withConsent(replaceDemo, mayReplace =>
      seedFolder({ dir, dataDir, dryRun, replaceDemo: mayReplace, progress: bar.update }),
    )
    bar.stop()
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : summary(report))
  } catch (error) {
    bar.stop()
    const mistakes = mistakesOf(error)
    if (mistakes) printMistakes(mistakes, json)
    throw error
  }
}

/* Asks only when the demonstration newsroom is really in the way: of another folder, not of its own. */
async function withConsent<Result>(
  mayReplace: boolean,
  seed: (mayReplace: boolean) => Promise<Result>,
): Promise<Result> {
  try {
    return await seed(mayReplace)
  } catch (error) {
    if (!isExpected(error, 'demonstration.inTheWay') || !(await confirmReplaceDemo(false))) throw error
    return seed(true)
  }
}

function printMistakes(mistakes: SeedMistake[], json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ mistakes }, null, 2)}\n`)
  for (const mistake of mistakes) process.stderr.write(`${mistakeLine(mistake)}\n`)
}

const NAMES: Record<keyof SeedReport['counts'], string> = {
  site: 'site',
  section: 'sections',
  topic: 'topics',
  author: 'authors',
  page: 'pages',
  story: 'stories',
  article: 'articles',
  front: 'front',
  redirect: 'old addresses',
  newsletter: 'newsletters',
}

function summary({ counts, dryRun, replacedDemo, needsReplaceDemo, newsroom }: SeedReport): string {
  const title = dryRun ? `${newsroom} (dry run: nothing was written)` : newsroom
  const rows = Object.entries(counts).map(([kind, count]) => {
    const parts = (['new', 'updated', 'unchanged'] as const).filter(outcome => count[outcome] > 0)
    const text = parts.map(outcome => `${count[outcome]} ${outcome}`).join(', ') || 'none'
    return `  ${NAMES[kind as keyof typeof NAMES].padEnd(13)} ${text}`
  })
  const replaced = replacedDemo ? ['  the demonstration newsroom was removed'] : []
  const needed = needsReplaceDemo ? [NEEDS_REPLACE_DEMO] : []
  return `${[title, ...rows, ...replaced, ...needed].join('\n')}\n`
}
