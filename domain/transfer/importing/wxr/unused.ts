import { type KeptAddress, keptAddress } from '#db/queries/publishing.ts'
import type { Tx } from '#db/write.ts'
import { pathKey } from '#domain/discovery/old-addresses/address-key.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { saveRedirectsIn } from '#domain/editorial/filing/save-redirects.ts'
import { defaultLocale, isLocale, type Locale } from '#i18n/locales.ts'
import { authorAddresses, categoryAddresses, tagAddresses } from './addresses.ts'
import type { NotBrought } from './import-report.ts'
import type { Survey } from './survey.ts'
import type { WxrAuthor, WxrTerm } from './wxr-event.ts'

type Unused = { categories: WxrTerm[]; tags: WxrTerm[]; authors: WxrAuthor[] }

/** Categories, tags and authors without any imported post. They are left out, because readers would meet empty lists. */
function unusedOf({ categories, tags, authors, used, creators }: Survey): Unused {
  return {
    categories: [...categories.values()].filter(term => !used.categories.has(term.slug)),
    tags: [...tags.values()].filter(term => !used.tags.has(term.slug)),
    authors: [...authors.values()].filter(author => !creators.has(author.login)),
  }
}

/** Their names, for the report. */
export function notBrought(survey: Survey): NotBrought {
  const { categories, tags, authors } = unusedOf(survey)
  const named = (list: { name: string }[]) => list.map(({ name }) => name)
  return { categories: named(categories), tags: named(tags), authors: named(authors) }
}

/**
 * Redirects the old addresses of whatever is left out to the nearest imported category above it, or to the front. A
 * redirect that another export of the same site has set stays.
 */
export async function leadUnusedOn(
  tx: Tx,
  actor: Actor,
  survey: Survey,
  { asked, now }: { asked: Locale | undefined; now: Date },
): Promise<void> {
  const { categories, tags, authors } = unusedOf(survey)
  const front = { target: 'front', refId: 0, locale: mainLocale(survey, asked) } as const
  const found = new Map<string, Destination>()
  const lead = async (paths: string[], to: Destination) => {
    for (const path of paths) if (!found.has(path) && !(await keptAddress(tx, path))) found.set(path, to)
  }
  for (const term of categories) {
    await lead(categoryAddresses(term, survey), (await above(tx, term, survey)) ?? front)
  }
  for (const term of tags) await lead(tagAddresses(term), front)
  for (const author of authors) await lead(authorAddresses(author), front)
  const redirects = [...found].map(([path, to]) => ({ path, ...to }))
  await saveRedirectsIn(tx, actor, { redirects, now })
}

type Destination = Pick<KeptAddress, 'target' | 'refId' | 'locale'>

/* The target of the nearest imported category above this one. */
async function above(tx: Tx, term: WxrTerm, survey: Survey): Promise<Destination | null> {
  const seen = new Set([term.slug])
  for (
    let parent = survey.categories.get(term.parent);
    parent && !seen.has(parent.slug);
    parent = survey.categories.get(parent.parent)
  ) {
    seen.add(parent.slug)
    if (!survey.used.categories.has(parent.slug)) continue
    const kept = await keptAddress(tx, pathKey(`/category/${parent.slug}`))
    if (kept) return { target: kept.target, refId: kept.refId, locale: kept.locale }
  }
  return null
}

function mainLocale({ site, locales }: Survey, asked: Locale | undefined): Locale {
  const said = site.language.toLowerCase().split(/[-_]/)[0]
  return asked ?? (isLocale(said) ? said : ([...locales][0] ?? defaultLocale))
}
