import { keepOldAddresses } from '#db/queries/writing/redirects.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'
import { localeList } from '#i18n/locales.ts'

/* Decoded, as redirects are kept. */
const PATHS = {
  section: (locale: Locale, slug: string) => `/${locale}/${slug}`,
  topic: (locale: Locale, slug: string) => `/${locale}/topics/${slug}`,
  author: (locale: Locale, slug: string) => `/${locale}/authors/${slug}`,
  page: (locale: Locale, slug: string) => `/${locale}/pages/${slug}`,
} as const

type Slugs = Partial<Record<Locale, { slug: string }>>

/** Leads the addresses that a change of slugs leaves behind to the new ones. */
export async function keepOldSlugs(
  tx: Tx,
  moved: { target: keyof typeof PATHS; refId: number; before: Slugs; after: Slugs; now: Date },
): Promise<void> {
  const { target, refId, before, after, now } = moved
  const left = localeList.flatMap(locale => {
    const [old, next] = [before[locale]?.slug, after[locale]?.slug]
    if (old === undefined || next === undefined || old === next) return []
    return [{ path: PATHS[target](locale, old), locale, target, refId, createdAt: now }]
  })
  await keepOldAddresses(tx, left)
}
