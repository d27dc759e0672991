import { frontPlacesOf } from '#db/queries/catalogue.ts'
import { putFrontPlace } from '#db/queries/writing/front.ts'
import type { FrontPlace } from '#db/schema/tables.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import type { Locale } from '#i18n/locales.ts'
import { performFiling } from './filing-verb.ts'

export type FrontDraft = {
  locale: Locale
  /** Stories of each place, in their order; none: chosen by newness again. A place that is not given stays. */
  places: Partial<Record<FrontPlace, number[]>>
  now?: Date
}

/** Curates places of the front of a language. */
export function composeFront(actor: Actor, front: FrontDraft): Promise<void> {
  return write(tx => composeFrontIn(tx, actor, front))
}

export function composeFrontIn(tx: Tx, actor: Actor, front: FrontDraft): Promise<void> {
  const { locale, places, now = new Date() } = front
  const subject = { kind: 'front', locale } as const
  return performFiling(tx, actor, { permission: 'front.write', subject, now }, async () => {
    const before = await frontPlacesOf(tx, locale)
    const changed = Object.entries(places).filter(
      ([place, storyIds]) => String(before[place as FrontPlace] ?? []) !== String(storyIds),
    )
    if (changed.length === 0) return { result: undefined, entry: null }
    for (const [place, storyIds] of changed) await putFrontPlace(tx, locale, place as FrontPlace, storyIds)
    const detail = Object.fromEntries(changed)
    const entry = { verb: 'change' as const, subject: `front:${locale}`, detail, tags: [tag.front(locale)] }
    return { result: undefined, entry }
  })
}
