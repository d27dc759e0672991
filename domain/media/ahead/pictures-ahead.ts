import { setImmediate as turn } from 'node:timers/promises'
import type { Reader } from '#db/open.ts'
import {
  mediaInTexts,
  mediaOnPages,
  newestPictureIds,
  newestPictureUses,
  type PictureUse,
  picturesAmong,
  portraitIds,
} from '#db/queries/picture-uses.ts'
import type { PictureSizes } from '#domain/media/pictures/rendition-name.ts'

/** A picture whose sizes are made before anybody asks for them. */
export type PictureAhead = { name: string; width: number; sizes: PictureSizes }

/** Of so many times the newest pictures, the sizes that lists show are made ahead. */
const LISTED_TIMES = 10
/* A newsroom with few pictures must not have all its texts read for them. */
const MOST_ARTICLES = 40_000
const MOST_TEXTS = 10_000
/* Portraits stand on nearly every article, so they come after the pictures of the first pages. */
const BEFORE_PORTRAITS = 100
const MOST_PORTRAITS = 500
const MOST_PAGES = 100
/* The last uploads may be for articles that are not published yet. */
const MOST_UPLOADS = 200
/* An engine takes a limited number of values in one query. */
const IDS_AT_ONCE = 500
const TEXTS_AT_ONCE = 50

/**
 * Decides which pictures are made ahead, in their order: the newest `most` in all sizes, by the publication of the
 * articles that show them; portraits, pages and what was uploaded last; ten times as many lead pictures in the sizes of
 * lists. It remembers which media each text names, so that asking again after a publication costs little.
 */
export class PicturesAhead {
  private texts = new Map<number, { revision: number; ids: number[] }>()

  constructor(private readonly most: number) {}

  async list(now = new Date(), db?: Reader): Promise<PictureAhead[]> {
    if (this.most === 0) return []
    const found = new FoundPictures(this.most)
    const texts: typeof this.texts = new Map()
    let articles = 0
    for await (const uses of newestPictureUses(now, db)) {
      const readsTexts = found.isOpenFor('all') && articles < MOST_TEXTS
      for (const some of parts(uses, TEXTS_AT_ONCE)) {
        const named = readsTexts ? await this.textsOf(some, texts, db) : null
        const ids = some.flatMap(use => [
          ...(use.leadMediaId === null ? [] : [use.leadMediaId]),
          ...(named?.get(use.articleId) ?? []),
        ])
        await found.add(ids, db)
        await turn()
      }
      articles += uses.length
      if (!found.isOpenFor('list') || articles >= MOST_ARTICLES) break
    }
    this.texts = texts
    const beside = new FoundPictures(Number.MAX_SAFE_INTEGER)
    await beside.add(await portraitIds(MOST_PORTRAITS, db), db, 'list')
    await beside.add(await mediaOnPages(MOST_PAGES, db), db)
    await beside.add(await newestPictureIds(Math.min(MOST_UPLOADS, this.most), db), db)
    return merged(found.pictures, beside.pictures)
  }

  /* Of texts that are as they were, it is known already. */
  private async textsOf(uses: PictureUse[], texts: typeof this.texts, db?: Reader) {
    for (const { articleId, revision } of uses) {
      const known = this.texts.get(articleId)
      if (known?.revision === revision) texts.set(articleId, known)
    }
    const unknown = uses.filter(({ articleId }) => !texts.has(articleId))
    const read = await mediaInTexts(
      unknown.map(({ articleId }) => articleId),
      db,
    )
    for (const { articleId, revision } of unknown)
      texts.set(articleId, { revision, ids: read.get(articleId) ?? [] })
    return new Map(uses.map(({ articleId }) => [articleId, texts.get(articleId)?.ids ?? []]))
  }
}

/** Pictures in the order in which they were found, each once. */
class FoundPictures {
  readonly pictures: PictureAhead[] = []
  private readonly ids = new Set<number>()

  constructor(private readonly most: number) {}

  isOpenFor(sizes: PictureSizes): boolean {
    return this.pictures.length < this.most * (sizes === 'all' ? 1 : LISTED_TIMES)
  }

  async add(ids: readonly number[], db?: Reader, sizes?: PictureSizes): Promise<void> {
    const fresh = [...new Set(ids)].filter(id => !this.ids.has(id))
    for (const some of parts(fresh, IDS_AT_ONCE)) {
      const rows = await picturesAmong(some, db)
      for (const id of some) {
        this.ids.add(id)
        const picture = rows.get(id)
        if (!picture || !this.isOpenFor('list')) continue
        this.pictures.push({ ...picture, sizes: sizes ?? (this.isOpenFor('all') ? 'all' : 'list') })
      }
    }
  }
}

/* A picture that stands twice is made once, in all the sizes that either asks for. */
function merged(found: PictureAhead[], beside: PictureAhead[]): PictureAhead[] {
  const inOrder = [
    ...found.slice(0, BEFORE_PORTRAITS),
    ...beside.filter(({ sizes }) => sizes === 'list'),
    ...found.slice(BEFORE_PORTRAITS).filter(({ sizes }) => sizes === 'all'),
    ...beside.filter(({ sizes }) => sizes === 'all'),
    ...found.slice(BEFORE_PORTRAITS).filter(({ sizes }) => sizes === 'list'),
  ]
  const byName = new Map<string, PictureAhead>()
  for (const picture of inOrder) {
    const before = byName.get(picture.name)
    if (!before) byName.set(picture.name, { ...picture })
    else if (picture.sizes === 'all') before.sizes = 'all'
  }
  return [...byName.values()]
}

function* parts<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
