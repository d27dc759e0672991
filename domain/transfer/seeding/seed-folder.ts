import { hasDatabase } from '#db/data-folder.ts'
import { openDatabase } from '#db/open.ts'
import { putFact } from '#db/queries/facts.ts'
import { type Tx, write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { DEMONSTRATION_FACT } from '#domain/transfer/demonstration/demonstration-fact.ts'
import { makeRoom } from '#domain/transfer/demonstration/make-room.ts'
import { makeUpReads } from '#domain/transfer/demonstration/make-up-reads.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { conflictsWith } from './conflicts.ts'
import { anchorFact, type DatabaseState, databaseState, NEWSROOM_FACT } from './database-state.ts'
import { readFolder } from './read-folder.ts'
import type { SeedContent, SeedStory } from './seed-content.ts'
import type { MediaKey } from './seed-media.ts'
import { seedError } from './seed-mistake.ts'
import { articleKey, SeedPlan } from './seed-plan.ts'
import { reportOf, type SeedReport } from './seed-report.ts'
import { SeedWriting } from './seed-writing.ts'
import { storyUnits } from './story-units.ts'
import { writeCatalogue, writePages } from './write-catalogue.ts'
import { writeFront } from './write-front.ts'
import { writeNewsletter } from './write-newsletter.ts'
import { writeRedirects } from './write-redirects.ts'
import { writeStories } from './write-story.ts'

export type SeedOptions = {
  dir: string
  dataDir: string
  now?: Date
  /** Check everything and report the outcome without writing. */
  dryRun?: boolean
  /** Remove the demonstration newsroom if the database holds it. */
  replaceDemo?: boolean
  /** This folder is the demonstration newsroom, which later content may replace. */
  demo?: boolean
  progress?: (done: number, total: number) => void
}

/**
 * Fills the newsroom from a folder. Only what is new or has changed since the last seeding of that folder is written.
 * The first content of a newsroom is written in one transaction; later, each story is written whole or not at all.
 * @throws `seeding.mistakes` with every mistake, before anything is written
 * @throws `demonstration.inTheWay` when the database holds the demonstration newsroom and `replaceDemo` is not set
 */
export async function seedFolder(options: SeedOptions): Promise<SeedReport> {
  const { dir, dataDir, now = new Date(), dryRun = false, demo = false, progress = () => {} } = options
  const { content, reading } = await readFolder(dir)
  const storyCount = reading.stories.size
  let mediaCount = 0
  await reading.media.load(now, (done, total) => {
    mediaCount = total
    progress(done, total + storyCount)
  })
  if (!content || reading.mistakes.length > 0) throw seedError(reading.mistakes)

  const { key } = content.newsroom
  const database = dryRun && !hasDatabase(dataDir) ? null : openDatabase(dataDir)
  const state = await databaseState(database?.reader ?? null, key)
  const replacesDemo = state.demo !== null && state.demo !== key
  if (replacesDemo && !options.replaceDemo && !dryRun) throw new ExpectedError('demonstration.inTheWay')
  const isFirst = replacesDemo || state.isEmpty
  const anchor = (isFirst ? null : state.anchor) ?? now
  const plan = new SeedPlan(content, reading.media, anchor)
  const db = isFirst ? null : (database?.reader ?? null)
  await plan.compare(db, `seed:${key}`)
  const isOwn = state.newsroom === key
  const conflicts = db ? await conflictsWith(db, content, plan, isOwn) : []
  if (conflicts.length > 0) throw seedError(conflicts)
  const report = reportOf(key, plan.all(), {
    dryRun,
    replacedDemo: replacesDemo && !dryRun,
    needsReplaceDemo: replacesDemo && dryRun && !options.replaceDemo,
  })
  if (dryRun) return report

  await reading.media.store(dataDir, changedMedia(content, plan))
  const writing = new SeedWriting(
    content,
    plan,
    reading.media,
    `seed:${key}`,
    systemActor('press seed'),
    now,
    isOwn,
  )
  if (isFirst) await writeAtOnce(writing, { anchor, demo, replacesDemo })
  else {
    const written = (done: number, total: number) => progress(mediaCount + done, mediaCount + total)
    await writeChanges(writing, state, anchor, written)
  }
  progress(1, 1)
  return report
}

async function writeAtOnce(
  writing: SeedWriting,
  { anchor, demo, replacesDemo }: { anchor: Date; demo: boolean; replacesDemo: boolean },
): Promise<void> {
  const { content } = writing
  await write(async tx => {
    /* Checked again inside the transaction: another program may have written since. */
    const before = await makeRoom(tx, writing.actor, replacesDemo)
    if (before === 'own') throw new Error('Somebody else has filled this newsroom meanwhile; try again')
    await writeFacts(tx, content.newsroom.key, anchor)
    await putFact(tx, NEWSROOM_FACT, content.newsroom.key)
    if (demo) await putFact(tx, DEMONSTRATION_FACT, content.newsroom.key)
    await writeCatalogue(tx, writing)
    await writeStories(tx, writing, content.stories)
    await writePages(tx, writing, anchor)
    await writeFront(tx, writing)
    await writeRedirects(tx, writing)
    await writeNewsletter(tx, writing)
    if (demo) await makeUpReads(tx, writing.now)
  })
}

async function writeFacts(tx: Tx, key: string, anchor: Date): Promise<void> {
  await putFact(tx, anchorFact(key), anchor.toISOString())
}

async function writeChanges(
  writing: SeedWriting,
  state: DatabaseState,
  anchor: Date,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const { content, plan } = writing
  const isChanged = (...kinds: string[]) =>
    plan.all().some(({ kind, outcome }) => kinds.includes(kind) && outcome !== 'unchanged')
  if (state.anchor === null) await write(tx => writeFacts(tx, content.newsroom.key, anchor))
  if (isChanged('site', 'section', 'topic', 'author')) await write(tx => writeCatalogue(tx, writing))
  const units = storyUnits(content.stories, plan)
  for (const [index, unit] of units.entries()) {
    await write(tx => writeStories(tx, writing, unit))
    progress(index + 1, units.length)
  }
  if (isChanged('page')) await write(tx => writePages(tx, writing, anchor))
  if (isChanged('front')) await write(tx => writeFront(tx, writing))
  if (isChanged('redirect')) await write(tx => writeRedirects(tx, writing))
  if (isChanged('newsletter')) await write(tx => writeNewsletter(tx, writing))
}

function changedMedia(content: SeedContent, plan: SeedPlan): MediaKey[] {
  const ofStory = (story: SeedStory) => [
    ...(story.picture && plan.changed('story', story.key) ? [story.picture] : []),
    ...story.articles.flatMap(article =>
      plan.changed('article', articleKey(story.key, article.locale))
        ? [...article.text.media, ...(article.recording ? [article.recording] : [])]
        : [],
    ),
  ]
  return [
    ...content.authors.flatMap(({ key, portrait }) =>
      portrait && plan.changed('author', key) ? [portrait] : [],
    ),
    ...content.pages.flatMap(page =>
      plan.changed('page', articleKey(page.key, page.locale)) ? page.text.media : [],
    ),
    ...content.stories.flatMap(ofStory),
  ]
}
