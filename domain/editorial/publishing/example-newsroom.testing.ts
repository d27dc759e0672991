import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Body } from '#body/body.ts'
import { type Database, openDatabase } from '#db/open.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { putSection } from '#db/queries/writing/catalogue.ts'
import { write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import type { Locale } from '#i18n/locales.ts'
import { createArticle } from './create-article.ts'
import { createStoryIn } from './create-story.ts'
import { revise } from './revise.ts'

/** A newsroom of one section and one story, in a folder of its own, for tests. */
export type ExampleNewsroom = {
  database: Database
  storyId: number
  draft: (locale: Locale, headline: string) => Promise<StoredArticle>
  edit: (article: StoredArticle, headline: string) => Promise<StoredArticle>
  close: () => Promise<void>
}

export const exampleDesk = systemActor('desk')

export async function openExampleNewsroom(now: Date): Promise<ExampleNewsroom> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-example-'))
  const database = openDatabase(folder)
  const storyId = await write(async tx => {
    const sectionId = await putSection(tx, {
      key: 'economy',
      glaze: 'economy',
      position: 0,
      texts: {
        ar: { name: 'اقتصاد', slug: 'اقتصاد', description: '' },
        en: { name: 'Economy', slug: 'economy', description: '' },
      },
    })
    const story = { sectionId, kind: 'news' as const, leadMediaId: null, topicIds: [], pictureTexts: {}, now }
    return createStoryIn(tx, exampleDesk, story)
  })
  const written = (headline: string) => ({
    headline,
    standfirst: '',
    body: textOf(headline),
    authorIds: [],
    now,
  })
  return {
    database,
    storyId,
    draft: (locale, headline) => createArticle(exampleDesk, { storyId, locale, ...written(headline) }),
    edit: (article, headline) =>
      revise(exampleDesk, { articleId: article.id, revision: article.revision, ...written(headline) }),
    close: async () => {
      await openDatabase(folder).close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function textOf(words: string): Body {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
}
