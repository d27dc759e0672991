/*
 * A desk that publishes without pause in a process of its own: `desk DIR COUNT EVERY_MS`. Its changes carry numbers
 * that readers can see. Each line on stdout says when a number was acknowledged.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { articlePath } from '#addresses/paths.ts'
import { openDatabase, reader } from '#db/open.ts'
import { articleAddresses } from '#db/queries/addresses.ts'
import { articleAnswer } from '#db/queries/article.ts'
import { idByKey } from '#db/queries/catalogue.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import { findArticle, type StoredArticle } from '#db/queries/publishing.ts'
import { write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { composeFront } from '#domain/editorial/filing/compose-front.ts'
import { correct } from '#domain/editorial/publishing/correct.ts'
import { createArticleIn } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn } from '#domain/editorial/publishing/create-story.ts'
import { publishIn } from '#domain/editorial/publishing/publish.ts'
import { revise } from '#domain/editorial/publishing/revise.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'

const [dataDir = '', count = '0', everyMs = '0'] = process.argv.slice(2)
const LOCALE = 'en'
const desk = systemActor('bench desk')

/* The reader may close the pipe early. */
process.stdout.on('error', () => process.exit(0))

openDatabase(dataDir)
const sectionId = (await idByKey(reader(), 'section', 'region')) ?? 1
const authorId = (await idByKey(reader(), 'author', 'salma-habbal')) ?? 1
const watched = await newestArticle()
/* The watched story stays the lead of the front, whatever is published after it. */
await composeFront(desk, { locale: LOCALE, places: { lead: [watched.storyId] } })
report({ kind: 'ready', path: await pathOf(watched.storyId) })

let revision = watched.revision
const bulletins: { number: number; article: StoredArticle }[] = []
for (let number = 1; number <= Number(count); number++) {
  const begun = performance.now()
  if (number % 10 === 5) await correctWatched(number)
  else if (number % 3 === 0) await publishBulletin(number)
  else await reviseWatched(number)
  if (number % 10 === 9) await withdrawOldest()
  await sleep(Math.max(0, Number(everyMs) - (performance.now() - begun)))
}
report({ kind: 'done' })
openDatabase().close()

async function reviseWatched(number: number): Promise<void> {
  const { standfirst, body, authors, slug } = watched.article
  const after = await revise(desk, {
    articleId: watched.article.id,
    revision,
    headline: `Revision ${number} of the article that everybody reads`,
    standfirst,
    body,
    /* Its slug stays the same, so that readers request the same page again and again. */
    slug,
    authorIds: authors.map(author => author.id),
  })
  revision = after.revision
  report({ kind: 'revision', number })
}

async function correctWatched(number: number): Promise<void> {
  await correct(desk, {
    articleId: watched.article.id,
    revision,
    text: `Correction ${number} of a small thing.`,
  })
  report({ kind: 'correction', number })
}

async function publishBulletin(number: number): Promise<void> {
  const article = await write(async tx => {
    const fields = { sectionId, kind: 'news' as const, leadMediaId: null, topicIds: [], pictureTexts: {} }
    const storyId = await createStoryIn(tx, desk, fields)
    const draft = {
      headline: `Bulletin ${number} of the desk that never sleeps`,
      standfirst: watched.article.standfirst,
      body: watched.article.body,
    }
    const { id } = await createArticleIn(tx, desk, {
      ...draft,
      storyId,
      locale: LOCALE,
      authorIds: [authorId],
    })
    return publishIn(tx, desk, { articleId: id, revision: 1 })
  })
  bulletins.push({ number, article })
  report({ kind: 'bulletin', number, path: await pathOf(article.storyId) })
}

/* Old enough to be in every list and every cache. */
async function withdrawOldest(): Promise<void> {
  const oldest = bulletins.length > 3 ? bulletins.shift() : undefined
  if (!oldest) return
  const { id: articleId, revision: newest, storyId } = oldest.article
  const path = await pathOf(storyId)
  await withdraw(desk, { articleId, revision: newest, reason: 'measuring' })
  report({ kind: 'withdrawal', number: oldest.number, path })
}

async function newestArticle() {
  const [newest] = await latestHeadlines(LOCALE, 1)
  const answer = newest && (await articleAnswer(LOCALE, newest.storyId))
  if (answer?.state !== 'published') throw new Error('There is nothing to revise in this newsroom')
  const { article } = answer
  const current = await write(tx => findArticle(tx, article.id))
  return { storyId: article.storyId, article, revision: current?.revision ?? 1 }
}

async function pathOf(storyId: number): Promise<string> {
  const address = (await articleAddresses(storyId))[LOCALE]
  if (!address) throw new Error(`Story ${storyId} has no address`)
  return articlePath(LOCALE, address)
}

/* The time is taken after the acknowledgement: from then on, readers may rely on the change. */
function report(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ ...line, at: Date.now() })}\n`)
}
