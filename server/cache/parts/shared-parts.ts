import type { Locale } from '#i18n/locales.ts'
import type { StoredFacts } from '#server/cache/change-ledger.ts'
import { BREAKING_ATTRIBUTE, type Mark } from '#server/rendering/plain-html.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import { bodyHash } from '#server/responses/send.ts'

/** A stretch of HTML, and the hash of its bytes. */
export type Chunk = { bytes: Buffer; hash: string }

/** A line of the column of latest headlines, and with its picture. */
type HeadlineLine = { story: number; plain: Chunk; pictured: Chunk }

/** What all pages of a language share, as it was drawn last. */
export type SharedParts = {
  locale: Locale
  facts: StoredFacts
  /** Tells it from other drawings, and carries its tags. It is small, so that a page may keep it. */
  stamp: { tags: readonly string[] }
  /** By name, and by choice where there are several renditions: `footer`, `sections:economy`. */
  chunks: ReadonlyMap<string, Chunk>
  /** The column: its beginning, its lines, the newest first, and its end. */
  latest: { opening: Chunk; lines: readonly HeadlineLine[]; closing: Chunk } | null
  /** The stories among the most read: the column leaves them out. */
  ranked: ReadonlySet<number>
  /** The stories that were taken out since it was drawn. */
  gone: ReadonlySet<number>
  source: Source
}

type Source = { body: Buffer; marks: readonly Mark[] }

const NONE: Chunk = { bytes: Buffer.alloc(0), hash: '' }

/**
 * Reads the page on which the parts of a language are drawn.
 * @throws Error when a part is missing: half a page is worse than an old one
 */
export function readParts(page: FinishedPage, locale: Locale, version: number): SharedParts {
  if (page.kind !== 'page' || page.status !== 200 || !page.marks) throw new Error('The parts were not drawn')
  const { answer, body, marks } = page
  const facts = {
    version,
    tags: [...answer.tags],
    beside: [],
    shows: [...answer.shows],
    until: answer.until?.getTime() ?? Number.POSITIVE_INFINITY,
    fades: Number.POSITIVE_INFINITY,
  }
  return partsFrom({ body, marks }, locale, facts, new Set())
}

/** The same parts without some stories, which were withdrawn. */
export function withoutStories(parts: SharedParts, gone: readonly number[]): SharedParts {
  const { source, locale, facts } = parts
  const all = new Set([...parts.gone, ...gone])
  return partsFrom(source, locale, { ...facts, shows: facts.shows.filter(id => !all.has(id)) }, all)
}

function partsFrom(
  source: Source,
  locale: Locale,
  facts: StoredFacts,
  gone: ReadonlySet<number>,
): SharedParts {
  const { body, marks } = source
  const chunks = new Map<string, Chunk>()
  const within = (outer: Mark, name: string) =>
    marks.filter(mark => mark.name === name && mark.start >= outer.start && mark.end <= outer.end)
  const stretch = ({ start, end }: { start: number; end: number }, cuts: readonly Mark[] = []) =>
    chunkOf(without(body, start, end, cuts))
  const isGone = ({ story }: Mark) => story !== null && gone.has(story)
  for (const mark of marks) {
    if (mark.name === 'story' || mark.name === 'picture') continue
    const name = mark.choice === null ? mark.name : `${mark.name}:${mark.choice}`
    chunks.set(name, stretch(mark, within(mark, 'story').filter(isGone)))
  }
  const missing = ['date', 'sections', 'breaking', 'mostRead', 'latest', 'footer'].find(
    name => !chunks.has(name),
  )
  if (missing) throw new Error(`The part "${missing}" was not drawn`)
  const breaking = chunks.get('breaking')?.bytes.toString() ?? ''
  const id = /<breaking-strip[^>]*? data-id="([^"]*)"/.exec(breaking)?.[1]
  chunks.set(BREAKING_ATTRIBUTE, id ? chunkOf(Buffer.from(` data-breaking="${id}"`)) : NONE)

  const column = marks.find(({ name }) => name === 'latest')
  const listed = column ? within(column, 'story') : []
  const [first, last] = [listed[0], listed.at(-1)]
  const latest =
    column && first && last
      ? {
          opening: stretch({ start: column.start, end: first.start }),
          closing: stretch({ start: last.end, end: column.end }),
          lines: listed
            .filter(mark => !isGone(mark))
            .map(mark => ({
              story: mark.story ?? 0,
              plain: stretch(mark, within(mark, 'picture')),
              pictured: stretch(mark),
            })),
        }
      : null
  const ranking = marks.find(({ name }) => name === 'mostRead')
  const ranked = new Set(ranking ? within(ranking, 'story').map(({ story }) => story ?? 0) : [])
  return { locale, facts, stamp: { tags: facts.tags }, chunks, latest, ranked, gone, source }
}

function without(body: Buffer, start: number, end: number, cuts: readonly Mark[]): Buffer {
  const pieces: Buffer[] = []
  let position = start
  for (const cut of cuts) {
    pieces.push(body.subarray(position, cut.start))
    position = cut.end
  }
  return Buffer.concat([...pieces, body.subarray(position, end)])
}

function chunkOf(bytes: Buffer): Chunk {
  return { bytes, hash: bodyHash(bytes) }
}
