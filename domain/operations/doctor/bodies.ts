import { type Body, mediaIdsOf } from '#body/body.ts'
import { parseBody } from '#body/parse-body.ts'
import { articleBodies, countArticles, pageBodies, type StoredBody } from '#db/queries/health.ts'
import { allMediaFiles } from '#db/queries/media-files.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { type DatabaseCheck, examplesOf, type Patient } from './check.ts'

/** Checks that every text can be rendered: it fits the current schema, and its pictures are known. */
export const bodies: DatabaseCheck = {
  name: 'texts',
  async examine({ stored, progress }) {
    const media = new Set<number>()
    for await (const { id } of allMediaFiles(stored.db)) media.add(id)
    const total = await countArticles(stored.db)
    const faults: string[] = []
    let done = 0
    for await (const each of allBodies(stored)) {
      const fault = faultOf(each.body, media)
      if (fault) faults.push(`${each.place}: ${fault}`)
      progress(++done, total)
    }
    if (faults.length === 0) return []
    return [
      {
        level: 'problem',
        what: `Texts that do not fit what the program can draw: ${faults.length}. Readers get an error page in their place.`,
        todo: 'Bring an older revision back (press article show, press article restore), or save them again in the newsroom.',
        examples: examplesOf(faults),
      },
    ]
  },
}

async function* allBodies({ db }: Patient['stored']): AsyncGenerator<StoredBody> {
  yield* articleBodies(db)
  yield* await pageBodies(db)
}

function faultOf(stored: unknown, media: ReadonlySet<number>): string | null {
  let body: Body
  try {
    body = parseBody(typeof stored === 'string' ? JSON.parse(stored) : stored)
  } catch (error) {
    if (isExpected(error, 'body')) return errorWords(error, 'en')
    if (error instanceof SyntaxError) return 'it is no JSON'
    throw error
  }
  const unknown = mediaIdsOf(body).find(id => !media.has(id))
  return unknown === undefined ? null : `it names the picture, video or file ${unknown}, which is not there`
}
