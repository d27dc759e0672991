import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Command, Option } from 'commander'
import { openDatabase } from '#db/open.ts'
import { type DeskArticle, deskArticle, deskArticles, deskRevisions } from '#db/queries/desk.ts'
import type { ArticleStatus } from '#db/schema/tables.ts'
import { type Actor, systemActor } from '#domain/editorial/accounts/actor.ts'
import type { Target } from '#domain/editorial/publishing/article-verb.ts'
import { attachRecording, removeRecording } from '#domain/editorial/publishing/attach-recording.ts'
import { publish } from '#domain/editorial/publishing/publish.ts'
import { restoreRevision } from '#domain/editorial/publishing/restore-revision.ts'
import { schedule } from '#domain/editorial/publishing/schedule.ts'
import { unschedule } from '#domain/editorial/publishing/unschedule.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { keepRecording } from '#domain/media/files/keep-file.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import type { Locale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'
import { siteTimeZone } from '#settings/site-time-zone.ts'
import { localeOption, parseCount, parseStoryId } from './arguments.ts'
import { articleDetails, articleList, articleOutcome } from './article-report.ts'
import { momentText, parseMoment } from './moment.ts'

const STATUSES = [
  'draft',
  'review',
  'scheduled',
  'published',
  'withdrawn',
] as const satisfies readonly ArticleStatus[]
const REVISIONS_SHOWN = 50

type ArticleOptions = { locale: Locale; json?: boolean }

export function register(program: Command): void {
  const article = program
    .command('article')
    .description('see, publish, schedule and withdraw articles; ID is the number of the story in its address')
  article
    .command('list')
    .description('the newest stories first; what waits or failed to be published says so')
    .addOption(localeOption('of one language only'))
    .addOption(new Option('--status <status>', 'of one status only').choices(STATUSES))
    .option('--limit <number>', 'how many at most', parseCount, 20)
    .option('--json', 'print them as JSON')
    .addHelpText('after', example('list --locale ar --status scheduled'))
    .action(list)
  onArticle(article, 'show', 'one article, with its revisions')
    .addHelpText('after', example('show 17 --locale ar'))
    .action(show)
  onArticle(article, 'publish', 'show it to readers, as it is now')
    .addHelpText('after', example('publish 17 --locale ar'))
    .action((id: number, options: ArticleOptions) =>
      perform('publish', id, options, publish, () => 'Published'),
    )
  onArticle(article, 'withdraw', 'take it away from readers at once, or out of the schedule')
    .option('--reason <text>', 'why, for the record; readers are not told')
    .addHelpText('after', example('withdraw 17 --locale ar --reason "Not confirmed"'))
    .action((id: number, options: ArticleOptions & { reason?: string }) => {
      const act = (actor: Actor, target: Target) => withdraw(actor, { ...target, reason: options.reason })
      return perform('withdraw', id, options, act, ({ status }) =>
        status === 'withdrawn' ? 'Withdrawn' : `Not scheduled any more, back in ${status}`,
      )
    })
  onArticle(
    article,
    'schedule',
    'have it published later, in the text that it has now, while the portal runs',
  )
    .option('--at <moment>', 'such as "2026-11-30 06:00" in the time zone of the site', parseMoment)
    .option('--cancel', 'take the promise back')
    .addHelpText('after', example('schedule 17 --locale ar --at "2026-11-30 06:00"'))
    .action(scheduleOrCancel)
  registerRecording(article)
  onArticle(article, 'restore', 'bring the text of an older revision back, as a new one')
    .requiredOption('--revision <number>', 'which one; `press article show` lists them', parseCount)
    .addHelpText('after', example('restore 17 --locale ar --revision 2'))
    .action((id: number, options: ArticleOptions & { revision: number }) => {
      const { revision: restore } = options
      const act = (actor: Actor, target: Target) => restoreRevision(actor, { ...target, restore })
      return perform(
        'restore',
        id,
        options,
        act,
        ({ revision }) => `Revision ${restore} is back, as ${revision}`,
      )
    })
}

function registerRecording(article: Command): void {
  onArticle(article, 'recording', 'let readers hear a recording of it, in place of any voice')
    .argument('[file]', 'an MP3')
    .option('--remove', 'take the recording away')
    .addHelpText(
      'after',
      `
It replaces the recording that was there. When the text changes later, the page says that the recording is older.

Examples:
  press article recording 17 --locale ar interview.mp3
  press article recording 17 --locale ar --remove`,
    )
    .action(recordOrRemove)
}

async function recordOrRemove(
  storyId: number,
  file: string | undefined,
  options: ArticleOptions & { remove?: boolean },
): Promise<void> {
  if ((file === undefined) !== (options.remove ?? false)) {
    process.stderr.write('Name an MP3, or take the recording away with --remove.\n')
    process.exitCode = 2
    return
  }
  if (file === undefined)
    return perform('recording --remove', storyId, options, removeRecording, () => 'The recording is gone')
  const bytes = await readFile(file).catch(error => {
    throw new ExpectedError('article.noFile', { file, reason: String(error.code) })
  })
  const act = async (actor: Actor, target: Target) => {
    const row = await keepRecording(settings().dataDir, bytes, path.basename(file))
    return attachRecording(actor, { ...target, file: row })
  }
  return perform('recording', storyId, options, act, () => `Readers hear ${path.basename(file)}`)
}

function onArticle(article: Command, name: string, description: string): Command {
  return article
    .command(name)
    .description(description)
    .argument('<id>', 'the number of the story, the one in its address', parseStoryId)
    .addOption(localeOption('which telling of it').makeOptionMandatory())
    .option('--json', 'print the article as JSON')
}

const example = (call: string) => `\nExample:\n  press article ${call}`

async function list(options: {
  locale?: Locale
  status?: ArticleStatus
  limit: number
  json?: boolean
}): Promise<void> {
  const { json = false, ...filter } = options
  await withDatabase(async () => {
    const articles = await deskArticles(filter)
    process.stdout.write(json ? asJson(articles) : articleList(articles))
  })
}

async function show(storyId: number, { locale, json = false }: ArticleOptions): Promise<void> {
  await withDatabase(async () => {
    const article = await articleAt(storyId, locale)
    const revisions = await deskRevisions(article.id, REVISIONS_SHOWN)
    process.stdout.write(json ? asJson({ ...article, revisions }) : articleDetails(article, revisions))
  })
}

async function scheduleOrCancel(
  storyId: number,
  options: ArticleOptions & { at?: Date; cancel?: boolean },
): Promise<void> {
  const { at, cancel = false } = options
  if (cancel && !at) {
    const outcome = ({ status }: DeskArticle) => `Not scheduled any more, back in ${status}`
    return perform('schedule --cancel', storyId, options, unschedule, outcome)
  }
  if (!at || cancel) {
    process.stderr.write('Name the moment with --at, or take the promise back with --cancel.\n')
    process.exitCode = 2
    return
  }
  const act = (actor: Actor, target: Target) => schedule(actor, { ...target, at })
  return perform(
    'schedule',
    storyId,
    options,
    act,
    ({ revision }) => `Revision ${revision} is to be published at ${momentText(at)} (${siteTimeZone()})`,
  )
}

/**
 * Runs a verb on the current revision of an article: if somebody saves in between, the verb fails and nothing is
 * lost.
 */
async function perform(
  name: string,
  storyId: number,
  { locale, json = false }: ArticleOptions,
  act: (actor: Actor, target: Target) => Promise<unknown>,
  outcome: (after: DeskArticle) => string,
): Promise<void> {
  await withDatabase(async () => {
    const { id: articleId, revision } = await articleAt(storyId, locale)
    await act(systemActor(`press article ${name}`), { articleId, revision })
    const after = await articleAt(storyId, locale)
    process.stdout.write(json ? asJson(after) : articleOutcome(outcome(after), after))
  })
}

async function articleAt(storyId: number, locale: Locale): Promise<DeskArticle> {
  const article = await deskArticle(storyId, locale)
  if (!article) throw new ExpectedError('article.notInLanguage', { story: storyId, locale })
  return article
}

async function withDatabase(work: () => Promise<void>): Promise<void> {
  const { close } = openDatabase()
  try {
    await work()
  } finally {
    await close()
  }
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
