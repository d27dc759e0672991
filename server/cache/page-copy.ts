import type { Answer } from '#request/answer.ts'
import type { Mark } from '#server/rendering/plain-html.ts'
import { type Coding, compress, compressAtOnce, decompress } from '#server/responses/content-coding.ts'
import { bodyHash, isWorthCompressing } from '#server/responses/send.ts'
import type { StoredFacts } from './change-ledger.ts'
import { compose, type OwnText } from './parts/compose.ts'
import type { SharedParts } from './parts/shared-parts.ts'

/** A finished answer as it is stored: its facts, and its bytes in each coding that was asked for. */
export type PageCopy = StoredFacts & {
  key: string
  status: number
  contentType: string
  /** The target of a redirect; null for a page. */
  location: string | null
  /** The Cache-Control that a machine-readable page sets itself; null: the edge decides. */
  cacheControl: string | null
  /** The Link header of a machine-readable page; null for none. */
  link: string | null
  /** The article whose reads it counts; null for none. */
  read: number | null
  /** Origins that it may frame beside those of every page. */
  frames: readonly string[]
  /** The hash of the bytes without a coding; for a page that is put together, of its own text. */
  hash: string
  /** The time at which these bytes were first seen, in whole seconds, as HTTP writes it. */
  lastModified: string
  body: StoredBody
  /** The text of the page alone, where the edge puts in the rest; null for an answer that is whole. */
  own: OwnText | null
  /** The drawing of the parts with which it was put together; null before that. */
  parts: SharedParts['stamp'] | null
  /** Stories that were withdrawn since the render, and are left out. */
  gone: ReadonlySet<number>
  /** The time of the render, in milliseconds since 1970. */
  madeAt: number
  /** The time since which it has these bytes. */
  composedAt: number
  /** Called when it has become larger or smaller. */
  onResize: (() => void) | null
  /** The headers of each rendition that was sent before, by its tag. */
  heads: Map<string, Head>
}

type Made = {
  key: string
  status: number
  contentType: string
  location: string | null
  cacheControl: string | null
  link: string | null
  body: Buffer
  answer: Pick<Answer, 'tags' | 'beside' | 'shows' | 'until' | 'fades' | 'read' | 'frames'>
  marks?: readonly Mark[]
  version: number
}

/** Makes a copy of a finished page. From a previous copy with the same bytes it takes their date and their codings. */
export function makeCopy(made: Made, previous: PageCopy | undefined, now: Date): PageCopy {
  const { body, answer, marks = [], ...facts } = made
  const own = marks.length === 0 ? null : { bytes: exactly(body), hash: ownHash(body, marks), marks }
  const hash = own?.hash ?? bodyHash(body)
  const isSame = previous?.hash === hash && previous.contentType === made.contentType
  return {
    ...facts,
    tags: [...answer.tags],
    beside: [...answer.beside].filter(name => !answer.tags.has(name)),
    shows: [...answer.shows],
    until: answer.until?.getTime() ?? Number.POSITIVE_INFINITY,
    fades: answer.fades?.getTime() ?? Number.POSITIVE_INFINITY,
    read: made.status === 200 ? answer.read : null,
    frames: [...answer.frames],
    hash,
    lastModified: isSame ? previous.lastModified : now.toUTCString(),
    /* Bytes that were compressed well once need not be compressed again. */
    body: isSame ? previous.body : new StoredBody(body, isWorthCompressing(made.contentType, body), hash),
    own,
    parts: null,
    gone: new Set(),
    madeAt: now.getTime(),
    composedAt: isSame ? previous.composedAt : now.getTime(),
    heads: new Map(),
    onResize: null,
  }
}

function ownHash(body: Buffer, marks: readonly Mark[]): string {
  return bodyHash(Buffer.from(`${bodyHash(body)}${JSON.stringify(marks)}`))
}

/** Puts a page together with what all pages of its language share, unless that was done. */
export function putTogether(copy: PageCopy, parts: SharedParts): void {
  const { own } = copy
  if (own === null || copy.parts === parts.stamp) return
  const { hash, bytes } = compose(own, parts, copy.gone)
  copy.parts = parts.stamp
  if (copy.body.hash === hash) return
  const isNew = copy.body.hash === copy.hash
  copy.body = new StoredBody(bytes(), true, hash, !isNew)
  copy.body.onResize = () => copy.onResize?.()
  copy.heads.clear()
  const now = new Date()
  copy.composedAt = now.getTime()
  copy.lastModified = now.toUTCString()
  copy.onResize?.()
}

/** Takes stories out of a page that was put together; they have been withdrawn. */
export function takeOut(copy: PageCopy, stories: readonly number[]): void {
  copy.gone = new Set([...copy.gone, ...stories])
  copy.shows = copy.shows.filter(storyId => !copy.gone.has(storyId))
  copy.parts = null
}

/** The headers of a rendition: as names and values in turn, and as the lines that are sent. */
export type Head = { list: string[]; lines: string }

/** One coding of a body: its bytes, and the strong tag that names exactly these bytes. */
export type Rendition = { coding: Coding; bytes: Buffer; etag: string }

const BEST_BROTLI = 11

/**
 * A body in those codings alone in which it was asked for. Most readers take brotli, whose bytes are a fifth of the
 * plain ones; the plain ones are decompressed from them when somebody asks for those.
 */
class StoredBody {
  private readonly kept = new Map<Coding, Rendition>()
  private readonly making = new Map<Coding, Promise<Rendition>>()
  /** Tags of bytes that were sent before and still mean the same text. */
  private readonly formerTags = new Set<string>()
  private isPlainWanted = false
  private isQuick = false
  isBest = false
  /** Called when the body has become larger or smaller. */
  onResize: (() => void) | null = null

  constructor(
    plain: Buffer,
    private readonly mayCompress: boolean,
    readonly hash: string,
    private readonly isUrgent = false,
  ) {
    this.isBest = !mayCompress
    this.keep('identity', plain)
  }

  get bytes(): number {
    let sum = 0
    for (const { bytes } of this.kept.values()) sum += bytes.length
    return sum
  }

  /** The coding to use for a client that prefers `preferred`. */
  codingFor(preferred: Coding): Coding {
    return this.mayCompress ? preferred : 'identity'
  }

  /** The rendition in a coding; undefined when it has to be made first. */
  ready(coding: Coding): Rendition | undefined {
    const kept = this.kept.get(coding)
    if (kept || !this.isUrgent || coding !== 'br') return kept
    /* Many pages were put together anew at once, and their readers wait. */
    const plain = this.kept.get('identity')
    if (!plain) return undefined
    this.isQuick = true
    return this.keep('br', compressAtOnce(plain.bytes))
  }

  /** Whether a client's tag names this text, in these bytes or in those of a weaker compression. */
  isNamedBy(etag: string): boolean {
    if (this.formerTags.has(etag)) return true
    for (const rendition of this.kept.values()) if (rendition.etag === etag) return true
    return false
  }

  async rendition(coding: Coding): Promise<Rendition> {
    if (coding === 'identity') this.isPlainWanted = true
    const kept = this.ready(coding)
    if (kept) return kept
    const making = this.making.get(coding) ?? this.make(coding)
    this.making.set(coding, making)
    return making
  }

  /** Whether its brotli was made in haste. */
  get isHasty(): boolean {
    return this.isQuick
  }

  /** Compresses the body once more: what was made in haste as it should be, anything else as well as brotli can. */
  async improve(): Promise<void> {
    if (this.isBest) return
    const isBest = !this.isQuick
    const bytes = await compress(await this.plain(), 'br', isBest ? BEST_BROTLI : undefined)
    const former = this.kept.get('br')
    if (former) this.formerTags.add(former.etag)
    this.isBest = isBest
    this.isQuick = false
    this.keep('br', bytes)
  }

  private async make(coding: Coding): Promise<Rendition> {
    try {
      const bytes = await compress(await this.plain(), coding)
      /* `improve` may have ended meanwhile. */
      const better = this.isBest ? this.kept.get(coding) : undefined
      return better ?? this.keep(coding, bytes)
    } finally {
      this.making.delete(coding)
    }
  }

  private keep(coding: Coding, given: Buffer): Rendition {
    const rendition = { coding, bytes: exactly(given), etag: this.tagOf(coding) }
    this.kept.set(coding, rendition)
    if (coding !== 'identity' && !this.isPlainWanted) this.kept.delete('identity')
    this.onResize?.()
    return rendition
  }

  private tagOf(coding: Coding): string {
    if (coding === 'identity') return `"${this.hash}"`
    if (coding === 'br' && this.isQuick) return `"${this.hash}-br1"`
    return coding === 'br' && this.isBest ? `"${this.hash}-br${BEST_BROTLI}"` : `"${this.hash}-${coding}"`
  }

  private async plain(): Promise<Buffer> {
    const plain = this.kept.get('identity')
    if (plain) return plain.bytes
    for (const { coding, bytes } of this.kept.values()) return decompress(bytes, coding)
    throw new Error('A body has lost its bytes')
  }
}

/* A compressor returns a part of a larger block; the whole block would stay in memory with it and never be counted. */
function exactly(bytes: Buffer): Buffer {
  if (bytes.length === bytes.buffer.byteLength) return bytes
  const exact = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(exact)
  return exact
}
