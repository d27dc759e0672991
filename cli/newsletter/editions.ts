import { Argument, type Command } from 'commander'
import { parseCount, parseStoryId } from '#cli/arguments.ts'
import { terminalText } from '#cli/terminal-text.ts'
import { reader } from '#db/open.ts'
import { listedDeliveries } from '#db/queries/newsletter/deliveries.ts'
import { newestEditions } from '#db/queries/newsletter/editions.ts'
import {
  makeBreakingEdition,
  makeEdition,
  textsAbout,
  textsOf,
} from '#domain/distribution/newsletter/editions/make-edition.ts'
import { currentHold } from '#domain/distribution/newsletter/holding.ts'
import {
  type NewsletterName,
  newsletterNames,
  newsletterSettings,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { existingEdition, onEdition } from './edition-argument.ts'
import { editionLine, editionReport, holdLine, UNSETTLED } from './edition-report.ts'
import { inNewsroom, printJson } from './in-newsroom.ts'
import { writePreview } from './preview.ts'

type Json = { json?: boolean }

export function registerEditions(newsletter: Command): void {
  newsletter
    .command('list')
    .description('the newest editions, and to how many they went')
    .option('--limit <number>', 'how many at most', parseCount, 20)
    .option('--json', 'print them as JSON')
    .action(list)
  onEdition(newsletter, 'show', 'one edition, and whom it did not reach or may have reached').action(show)
  newsletter
    .command('preview')
    .description('write the next edition as files, as it would be now; nothing is sent')
    .addArgument(newsletterArgument())
    .option('--story <id>', 'the story of a breaking edition', parseStoryId)
    .option('--out <folder>', 'where to', './newsletter-preview')
    .option('--json', 'print the subjects and files as JSON')
    .addHelpText('after', '\nExample:\n  press newsletter preview daily --out /tmp/daily')
    .action(preview)
  newsletter
    .command('send')
    .description('make an edition now and send it; the running portal hands it to the mail server')
    .addArgument(newsletterArgument())
    .option('--story <id>', 'the published story that a breaking edition is about', parseStoryId)
    .option('--again', 'a second breaking edition about the same story')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  press newsletter send breaking --story 17')
    .action(send)
}

async function list({ limit, json = false }: Json & { limit: number }): Promise<void> {
  await inNewsroom(async () => {
    const hold = await currentHold(reader())
    const reports = []
    for (const edition of await newestEditions(reader(), limit)) reports.push(await editionReport(edition))
    if (json) return printJson({ hold, editions: reports })
    if (hold) process.stdout.write(`${holdLine(hold)}\n\n`)
    for (const report of reports) process.stdout.write(`${editionLine(report)}\n`)
    if (reports.length === 0) process.stdout.write('No editions yet.\n')
  })
}

async function show(id: number, { json = false }: Json): Promise<void> {
  await inNewsroom(async () => {
    const report = await editionReport(await existingEdition(id))
    const deliveries = await unsettled(id)
    if (json) return printJson({ ...report, deliveries })
    process.stdout.write(`${editionLine(report)}\n`)
    if (report.failure) process.stdout.write(`  ${terminalText(report.failure)}\n`)
    for (const [locale, subject] of Object.entries(report.subjects))
      process.stdout.write(`  ${locale}  ${terminalText(subject)}\n`)
    for (const { subscriberId, address, state, answer } of deliveries)
      process.stdout.write(
        `  ${state.padEnd(11)}  ${address ?? `subscriber ${subscriberId}, who has left`}  ${answer === null ? '' : terminalText(answer)}\n`,
      )
  })
}

const AT_ONCE = 500

async function unsettled(editionId: number) {
  const all = []
  for (let after = 0; ; ) {
    const some = await listedDeliveries(reader(), { editionId, states: UNSETTLED, after, limit: AT_ONCE })
    all.push(...some)
    const last = some.at(-1)
    if (!last) return all
    after = last.subscriberId
  }
}

async function preview(
  name: NewsletterName,
  { story, out, json = false }: Json & { story?: number; out: string },
): Promise<void> {
  if (!hasItsStory(name, story)) return
  await inNewsroom(async () => {
    const now = new Date()
    const texts = story === undefined ? await textsOf(name, now) : await textsAbout(story, now)
    if (texts.length === 0) throw new ExpectedError('newsletter.noNews')
    const files = await writePreview(name, { texts, folder: out, now })
    if (json)
      return printJson({
        files,
        editions: texts.map(({ locale, subject, preview }) => ({ locale, subject, preview })),
      })
    for (const { locale, subject } of texts) process.stdout.write(`${locale}  ${terminalText(subject)}\n`)
    for (const file of files) process.stdout.write(`  ${file}\n`)
  })
}

async function send(
  name: NewsletterName,
  { story, again, json = false }: Json & { story?: number; again?: boolean },
): Promise<void> {
  if (!hasItsStory(name, story)) return
  if (again && story === undefined) {
    process.stderr.write('Only a breaking edition can be made again; leave --again out.\n')
    process.exitCode = 2
    return
  }
  await inNewsroom(async () => {
    const { newsletters } = await newsletterSettings(reader())
    if (!newsletters[name].isOn) throw new ExpectedError('newsletter.off', { newsletter: name })
    const actor = systemActor('press newsletter send')
    const now = new Date()
    const edition =
      story === undefined
        ? await makeEdition(actor, { newsletter: name, dueAt: now }, now)
        : await makeBreakingEdition(actor, { storyId: story, again }, now)
    if (!edition || edition.state === 'empty') throw new ExpectedError('newsletter.noNews')
    const report = await editionReport(edition)
    const hold = await currentHold(reader())
    if (json) return printJson({ hold, ...report })
    process.stdout.write(`${editionLine(report)}\n`)
    process.stdout.write(hold ? `${holdLine(hold)}\n` : 'It goes out while the portal runs.\n')
  })
}

function newsletterArgument(): Argument {
  return new Argument('<newsletter>', 'which newsletter').choices(newsletterNames)
}

function hasItsStory(name: NewsletterName, story: number | undefined): boolean {
  if ((name === 'breaking') === (story !== undefined)) return true
  process.stderr.write(
    name === 'breaking'
      ? 'A breaking edition is about a story: --story with its number.\n'
      : 'Only a breaking edition is about one story; leave --story out.\n',
  )
  process.exitCode = 2
  return false
}
