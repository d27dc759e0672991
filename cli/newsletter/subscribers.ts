import { type Command, InvalidArgumentError, Option } from 'commander'
import { localeOption } from '#cli/arguments.ts'
import { interruptible } from '#cli/interruption.ts'
import { terminalText } from '#cli/terminal-text.ts'
import { reader } from '#db/open.ts'
import { countAll, countSubscribers } from '#db/queries/newsletter/subscribers.ts'
import { write } from '#db/write.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import {
  type NewsletterName,
  newsletterNames,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { eraseSubscriberIn } from '#domain/editorial/newsletter/erase-subscriber.ts'
import {
  type ImportCounts,
  type ImportedSubscriber,
  importSubscribersIn,
} from '#domain/editorial/newsletter/import-subscribers.ts'
import { readSubscribers } from '#domain/transfer/subscribers/read-subscribers.ts'
import { subscribersAsCsv } from '#domain/transfer/subscribers/write-subscribers.ts'
import type { Locale } from '#i18n/locales.ts'
import { exportInto } from './export-into.ts'
import { inNewsroom, printJson } from './in-newsroom.ts'
import { inputFile } from './input-file.ts'

type Json = { json?: boolean }

const AT_ONCE = 200
const MISTAKES_SHOWN = 20

function parseConsent(words: string): string {
  if (words.trim()) return words.trim()
  throw new InvalidArgumentError('Say how and where they have agreed.')
}

export function registerSubscribers(newsletter: Command): void {
  const subscribers = newsletter.command('subscribers').description('who gets the newsletters')
  subscribers
    .command('count', { isDefault: true })
    .description('how many there are')
    .option('--json', 'print it as JSON')
    .action(count)
  subscribers
    .command('import')
    .description('bring in subscribers who have agreed elsewhere, from CSV')
    .argument('<file>', 'the file; - reads standard input')
    .requiredOption(
      '--consent <words>',
      'how and where they have agreed; it is kept with each of them',
      parseConsent,
    )
    .addOption(localeOption('the language of those of whom the file names none').default('ar'))
    .addOption(
      new Option('--newsletters <names...>', 'what they get where the file does not say')
        .choices(newsletterNames)
        .default(['daily']),
    )
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      `
The first line names the columns: email, and if you have them language (ar or en), newsletters (with spaces between
them), confirmed_at, consent. Exports of Ghost, Mailchimp and MailPoet are understood as they are, and whom they list
as unsubscribed, unconfirmed or bounced is left out. Nobody gets a mail by it. Who is known stays as they are, and who has
left, complained or was erased stays away.

Example:
  press newsletter subscribers import readers.csv --locale ar --consent "Form of the old site, 2024"`,
    )
    .action(importFile)
  subscribers
    .command('export')
    .description('write all of them as CSV, in the form that import reads')
    .argument('<file>', 'the file; - writes to standard output')
    .option('--json', 'print how many there are as JSON; on standard error when they go to standard output')
    .addHelpText('after', '\nExample:\n  press newsletter subscribers export readers.csv')
    .action(exportFile)
  subscribers
    .command('erase')
    .description(
      'erase all that is kept of an address; a keyed hash stays, so that nobody writes to it again',
    )
    .argument('<address>', 'the address')
    .option('--json', 'print whether it was a subscriber as JSON')
    .addHelpText('after', '\nExample:\n  press newsletter subscribers erase reader@example.org')
    .action(erase)
}

async function count({ json = false }: Json): Promise<void> {
  await inNewsroom(async () => {
    const [{ all, silenced }, each] = [await countAll(reader()), await countSubscribers(reader())]
    if (json) return printJson({ all, silenced, newsletters: each })
    process.stdout.write(`Subscribers: ${all}, of whom ${silenced} are written to no more\n`)
    for (const row of each) process.stdout.write(`  ${row.newsletter}  ${row.locale}  ${row.count}\n`)
  })
}

type ImportOptions = Json & { consent: string; locale: Locale; newsletters: NewsletterName[] }

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const { consent, locale, newsletters, json = false } = options
  const input = inputFile(file)
  await inNewsroom(() =>
    interruptible(async signal => {
      const now = new Date()
      const counts = { imported: 0, known: 0, suppressed: 0, gone: 0, mistakes: 0 }
      let batch: ImportedSubscriber[] = []
      const flush = async () => {
        const subscribers = batch
        batch = []
        const some = await write(tx =>
          importSubscribersIn(tx, systemActor('press newsletter subscribers import'), {
            ...{ subscribers, source: consent, now },
          }),
        )
        for (const name of ['imported', 'known', 'suppressed'] as const satisfies (keyof ImportCounts)[])
          counts[name] += some[name]
      }
      for await (const read of readSubscribers(input, { locale, newsletters, wording: consent, now })) {
        signal.throwIfAborted()
        if (read.kind === 'gone') {
          counts.gone += 1
          continue
        }
        if (read.kind === 'mistake') {
          counts.mistakes += 1
          if (counts.mistakes <= MISTAKES_SHOWN)
            process.stderr.write(`Line ${read.line}: ${terminalText(read.mistake)}\n`)
          continue
        }
        batch.push(read.subscriber)
        if (batch.length >= AT_ONCE) await flush()
      }
      if (batch.length > 0) await flush()
      if (counts.mistakes > MISTAKES_SHOWN)
        process.stderr.write(`… and ${counts.mistakes - MISTAKES_SHOWN} more lines.\n`)
      if (counts.mistakes > 0) process.exitCode = 1
      if (json) return printJson(counts)
      const { imported, known, suppressed, gone, mistakes } = counts
      process.stdout.write(
        `Imported: ${imported}, known already: ${known}, kept away because they left: ${suppressed}, no longer subscribed there: ${gone}, lines with mistakes: ${mistakes}\n`,
      )
    }, 'interrupted.subscribers'),
  )
}

async function exportFile(file: string, options: Json): Promise<void> {
  await inNewsroom(async () => {
    const { all } = await countAll(reader())
    await exportInto(file, subscribersAsCsv(), { ...options, count: all, what: 'Subscribers' })
  })
}

async function erase(typed: string, { json = false }: Json): Promise<void> {
  const address = readMailAddress(typed)
  if (address.kind === 'wrong') {
    process.stderr.write(`This is no address (${address.reason}).\n`)
    process.exitCode = 2
    return
  }
  await inNewsroom(async () => {
    const actor = systemActor('press newsletter subscribers erase')
    const wasThere = await write(tx => eraseSubscriberIn(tx, actor, { address, now: new Date() }))
    if (json) return printJson({ erased: wasThere })
    process.stdout.write(
      wasThere
        ? 'Erased. Nobody writes to it again.\n'
        : 'It was no subscriber. Nobody writes to it from now on.\n',
    )
  })
}
