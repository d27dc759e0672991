import { articlePath } from '#addresses/paths.ts'
import { canonicalBody } from '#body/canonical-body.ts'
import { mapBody, mapLinks } from '#body/map-body.ts'
import { putOrigin } from '#db/queries/origins.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { saveMediaIn } from '#domain/editorial/filing/save-media.ts'
import { renumbered, storyKeyOf } from '#domain/transfer/markdown/seed-body.ts'
import type { Locale } from '#i18n/locales.ts'
import type { SeedContent, SeedText } from './seed-content.ts'
import type { MediaKey, SeedMedia } from './seed-media.ts'
import type { Kind, SeedPlan } from './seed-plan.ts'

/** Shared by the steps of a seeding: the content to write, and the ids of what has been written so far. */
export class SeedWriting {
  readonly ids: Record<'section' | 'topic' | 'author' | 'story', Map<string, number>>

  constructor(
    readonly content: SeedContent,
    readonly plan: SeedPlan,
    readonly media: SeedMedia,
    readonly origin: string,
    readonly actor: Actor,
    readonly now: Date,
    /** The folder is an export of this very newsroom, so its story ids are those of the stories in the database. */
    readonly isOwn: boolean,
  ) {
    const idsOf = (kind: Kind) =>
      new Map(
        plan
          .all()
          .flatMap(thing => (thing.kind === kind && thing.refId !== null ? [[thing.key, thing.refId]] : [])),
      )
    this.ids = {
      section: idsOf('section'),
      topic: idsOf('topic'),
      author: idsOf('author'),
      story: idsOf('story'),
    }
  }

  id(kind: 'section' | 'topic' | 'author' | 'story', key: string): number {
    const id = this.ids[kind].get(key)
    if (id === undefined) throw new Error(`${kind} ${key} is not written yet`)
    return id
  }

  /** Stores the row that a thing of the folder became, and the hash by which the next seeding detects changes. */
  async settle(tx: Tx, kind: Kind, key: string, refId: number): Promise<void> {
    const { hash } = this.plan.of(kind, key)
    await putOrigin(tx, { origin: this.origin, kind, key }, refId, hash)
    if (Object.hasOwn(this.ids, kind)) this.ids[kind as 'section'].set(key, refId)
  }

  async mediaId(tx: Tx, key: MediaKey | null): Promise<number | null> {
    return key === null ? null : this.saved(tx, key)
  }

  private saved(tx: Tx, key: MediaKey): Promise<number> {
    return saveMediaIn(tx, this.actor, { file: this.media.row(key), now: this.now })
  }

  /** Converts a body to its stored form: media become row ids, links to stories become addresses. */
  async body(tx: Tx, { body, media }: SeedText, locale: Locale) {
    const rows: number[] = []
    for (const key of media) rows.push(await this.saved(tx, key))
    const stored = mapBody(body, node => renumbered(node, number => rows[number - 1] ?? number))
    return canonicalBody(mapLinks(stored, href => this.href(href, locale)))
  }

  private href(href: string, locale: Locale): string {
    const key = storyKeyOf(href)
    if (key === null) return href
    const address = this.plan.addressOf(key, locale)
    if (!address) throw new Error(`story:${key} is told in no language`)
    return articlePath(address.locale, { ...address, storyId: this.id('story', key) })
  }
}
