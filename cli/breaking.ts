import { type Command, Option } from 'commander'
import { openDatabase } from '#db/open.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { clearBreaking } from '#domain/editorial/publishing/clear-breaking.ts'
import { setBreaking } from '#domain/editorial/publishing/set-breaking.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { siteTimeZone } from '#settings/site-time-zone.ts'
import { localeOption, parseStoryId } from './arguments.ts'
import { momentText, parseMoment } from './moment.ts'
import { terminalText } from './terminal-text.ts'

type News = { locale: Locale; story?: number; text?: string; until?: Date; json?: boolean }

export function register(program: Command): void {
  const breaking = program.command('breaking').description('the red strip on every page of a language')
  breaking
    .command('set')
    .description('put breaking news there, in place of what stands there')
    .addOption(localeOption('on the pages of which language').makeOptionMandatory())
    .option('--story <id>', 'the published story that it leads to', parseStoryId)
    .option('--text <words>', 'what it says; left out: the headline of the story')
    .option('--until <moment>', 'when it goes, such as +2h or "2026-11-30 06:00" there', parseMoment)
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  press breaking set --locale ar --story 17 --until +6h')
    .action(set)
  breaking
    .command('clear')
    .description('take it away')
    .addOption(
      new Option('--locale <locale>', 'from the pages of which language')
        .choices([...localeList, 'all'])
        .makeOptionMandatory(),
    )
    .option('--json', 'print the languages that had one as JSON')
    .addHelpText('after', '\nExample:\n  press breaking clear --locale all')
    .action(clear)
}

async function set({ locale, story: storyId, text, until, json = false }: News): Promise<void> {
  if (storyId === undefined && !text?.trim()) {
    process.stderr.write('Say what it is: --story with a number, --text with words, or both.\n')
    process.exitCode = 2
    return
  }
  const { close } = openDatabase()
  try {
    const strip = await setBreaking(systemActor('press breaking set'), { locale, storyId, text, until })
    const end = strip.until ? `, until ${momentText(strip.until)} (${siteTimeZone()})` : ''
    process.stdout.write(
      json ? `${JSON.stringify(strip, null, 2)}\n` : `${locale}${end}: ${terminalText(strip.text)}\n`,
    )
  } finally {
    await close()
  }
}

async function clear({ locale, json = false }: { locale: Locale | 'all'; json?: boolean }): Promise<void> {
  const { close } = openDatabase()
  try {
    const cleared: Locale[] = []
    for (const each of locale === 'all' ? localeList : [locale]) {
      if (await clearBreaking(systemActor('press breaking clear'), { locale: each })) cleared.push(each)
    }
    const text = cleared.length > 0 ? `Cleared: ${cleared.join(', ')}` : 'There was none.'
    process.stdout.write(json ? `${JSON.stringify({ cleared }, null, 2)}\n` : `${text}\n`)
  } finally {
    await close()
  }
}
