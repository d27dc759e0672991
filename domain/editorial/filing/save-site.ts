import { canonicalJson } from '#body/canonical-json.ts'
import { type SiteNames, siteNames } from '#db/queries/catalogue.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import { putSite } from '#db/queries/writing/catalogue.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { performFiling } from './filing-verb.ts'

export type SiteDraft = {
  /** Of a language that is not given, the names stay. */
  names?: Partial<Record<Locale, SiteNames>>
  /** Null takes a contact away; one that is not given stays. */
  contact?: { email?: string | null; phone?: string | null }
  now?: Date
}

/** Changes the identity of the site: its names in each language, and how to reach it. */
export function saveSiteIn(tx: Tx, actor: Actor, site: SiteDraft): Promise<void> {
  const { names = {}, contact = {}, now = new Date() } = site
  return performFiling(tx, actor, { permission: 'site.write', subject: { kind: 'site' }, now }, async () => {
    const before = await siteNames(tx)
    const changed: string[] = []
    for (const locale of localeList) {
      const given = names[locale]
      if (!given || canonicalJson(given) === canonicalJson(before[locale])) continue
      await putSite(tx, locale, given)
      changed.push(locale)
    }
    for (const name of ['email', 'phone'] as const) {
      const given = contact[name]
      if (given === undefined || given === (await factOf(tx, `contact.${name}`))) continue
      await putFact(tx, `contact.${name}`, given)
      changed.push(name)
    }
    if (changed.length === 0) return { result: undefined, entry: null }
    const tags = localeList.flatMap(locale => [tag.front(locale), tag.frame(locale)])
    return { result: undefined, entry: { verb: 'change', subject: 'site', detail: { changed }, tags } }
  })
}
