import type { Command } from 'commander'
import { type Diagnosis, examineNewsroom } from '#domain/operations/doctor/examine-newsroom.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { settings, settingsOrDefaults } from '#settings/settings.ts'
import { diagnosisReport } from './diagnosis-report.ts'
import { stepProgress } from './step-progress.ts'

export function register(program: Command): void {
  program
    .command('doctor')
    .description('look for what is wrong with the newsroom and say what to do; it changes nothing')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      `
Looks at settings, the data folder, the database and everything in it. It ends with 1 when something is wrong, and with
0 when there is nothing, or only something worth knowing.

Example:
  press doctor || mail -s "The newsroom needs help" desk@example.org < /dev/null`,
    )
    .action(run)
}

async function run({ json = false }: { json?: boolean }): Promise<void> {
  const { dataDir, findings } = settingsFindings()
  const progress = stepProgress()
  try {
    findings.push(...(await examineNewsroom({ dataDir, progress: progress.update })))
  } finally {
    progress.stop()
  }
  const problems = findings.filter(({ level }) => level === 'problem').length
  const report = { problems, notes: findings.length - problems, findings }
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : diagnosisReport(findings))
  if (problems > 0) process.exitCode = 1
}

/* The data folder is examined even when another setting is wrong. */
function settingsFindings(): { dataDir: string; findings: Diagnosis[] } {
  try {
    const { dataDir, siteUrl } = settings()
    return { dataDir, findings: process.env.NODE_ENV === 'production' ? addressNote(siteUrl) : [] }
  } catch (error) {
    if (!isExpected(error, 'setting')) throw error
    const todo = 'Correct it in the environment or in .env; .env.example explains each setting.'
    const { dataDir } = settingsOrDefaults()
    return {
      dataDir,
      findings: [{ check: 'settings', level: 'problem', what: errorWords(error, 'en'), todo }],
    }
  }
}

function addressNote(siteUrl: string): Diagnosis[] {
  if (!/^https?:\/\/(localhost|127\.|\[::1\])/.test(siteUrl)) return []
  const what = `PRESS_URL is ${siteUrl}, so links in feeds and previews lead to the reader's own machine.`
  return [
    { check: 'settings', level: 'note', what, todo: 'Set PRESS_URL to the public address of the site.' },
  ]
}
