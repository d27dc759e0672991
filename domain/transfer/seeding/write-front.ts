import type { FrontPlace } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import { composeFrontIn } from '#domain/editorial/filing/compose-front.ts'
import { clearBreakingIn } from '#domain/editorial/publishing/clear-breaking.ts'
import { setBreakingIn } from '#domain/editorial/publishing/set-breaking.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import type { SeedWriting } from './seed-writing.ts'

/**
 * Writes the curated places of the front and the breaking news if they changed. Parts that the folder has never
 * mentioned are left to the newsroom.
 */
export async function writeFront(tx: Tx, writing: SeedWriting): Promise<void> {
  const { content, plan } = writing
  const { outcome } = plan.of('front', 'newsroom')
  if (outcome === 'unchanged') return
  const { front, breaking } = content.newsroom
  for (const locale of localeList) {
    if (front || outcome === 'updated') await writePlaces(tx, writing, locale)
    if (breaking || outcome === 'updated') await writeStrip(tx, writing, locale)
  }
  await writing.settle(tx, 'front', 'newsroom', 0)
}

async function writePlaces(tx: Tx, writing: SeedWriting, locale: Locale): Promise<void> {
  const { plan, actor, now } = writing
  const places: Partial<Record<FrontPlace, number[]>> = {}
  for (const [place, keys] of Object.entries(plan.placesOf(locale)))
    places[place as FrontPlace] = keys.map(key => writing.id('story', key))
  await composeFrontIn(tx, actor, { locale, places, now })
}

async function writeStrip(tx: Tx, writing: SeedWriting, locale: Locale): Promise<void> {
  const { plan, actor, now } = writing
  const strip = writing.content.newsroom.breaking?.[locale]
  const article = strip && plan.telling(strip.story, locale)
  const at = plan.atOrNull(strip?.at) ?? plan.atOrNull(article?.published) ?? now
  const until = plan.atOrNull(strip?.until)
  const isOver = until !== null && until <= at
  if (!strip || article?.status !== 'published' || isOver) {
    await clearBreakingIn(tx, actor, { locale, now })
    return
  }
  const storyId = writing.id('story', strip.story)
  await setBreakingIn(tx, actor, { locale, text: strip.text, storyId, at, until, now })
}
