/*
 * For tests of crashes: publishes without pause until somebody kills it. Each line on stdout says what it is about to do
 * to an article, and then how that article stands once it was acknowledged.
 */
import { type Database, openDatabase, reader } from '#db/open.ts'
import { idByKey } from '#db/queries/catalogue.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { saveSection } from '#domain/editorial/filing/save-section.ts'
import { correct } from './correct.ts'
import { createArticle } from './create-article.ts'
import { createStoryIn } from './create-story.ts'
import { publish } from './publish.ts'
import { revise } from './revise.ts'
import { withdraw } from './withdraw.ts'

const desk = systemActor('desk')
const [dataDir = ''] = process.argv.slice(2)
const database: Database = openDatabase(dataDir)
await database.ready
const sectionId = (await idByKey(reader(), 'section', 'harbour')) ?? (await makeSection())
say({ ready: true })

for (let round = 1; ; round++) {
  let article = await begin('create', null, () => createIn(round % 2 === 0 ? 'ar' : 'en', round))
  const step = async (verb: string, work: (target: Target) => Promise<StoredArticle>) => {
    const target = { articleId: article.id, revision: article.revision }
    article = await begin(verb, article.id, () => work(target))
  }
  await step('publish', target => publish(desk, target))
  await step('correct', target => correct(desk, { ...target, text: `Correction of round ${round}` }))
  await step('revise', target => revise(desk, { ...target, ...textOf(`Revision of round ${round}`) }))
  if (round % 2 === 0) await step('withdraw', target => withdraw(desk, target))
}

type Target = { articleId: number; revision: number }

async function makeSection(): Promise<number> {
  const texts = { name: 'Harbour', slug: 'harbour', description: '' }
  return saveSection(desk, { key: 'harbour', glaze: 'region', position: 0, texts: { ar: texts, en: texts } })
}

async function createIn(locale: 'ar' | 'en', round: number): Promise<StoredArticle> {
  const fields = { sectionId, kind: 'news' as const, leadMediaId: null, topicIds: [], pictureTexts: {} }
  const storyId = await write(tx => createStoryIn(tx, desk, { ...fields, now: new Date() }))
  return createArticle(desk, { storyId, locale, ...textOf(`Round ${round}`) })
}

function textOf(headline: string) {
  const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: headline }] }
  return { headline, standfirst: '', body: { type: 'doc' as const, content: [paragraph] }, authorIds: [] }
}

async function begin(verb: string, id: number | null, work: () => Promise<StoredArticle>) {
  say({ begun: verb, id })
  const article = await work()
  const { storyId, status, revision, headline } = article
  say({ done: verb, id: article.id, storyId, status, revision, headline })
  return article
}

function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
