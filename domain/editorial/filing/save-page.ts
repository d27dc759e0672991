import { canonicalBody } from '#body/canonical-body.ts'
import { canonicalJson } from '#body/canonical-json.ts'
import { standingPageByKey } from '#db/queries/catalogue.ts'
import { type PageFields, putPage } from '#db/queries/writing/catalogue.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { localeList } from '#i18n/locales.ts'
import { performFiling } from './filing-verb.ts'
import { keepOldSlugs } from './keep-old-slugs.ts'

export type PageDraft = PageFields & { now?: Date }

/** Adds or changes a standing page in one language; a slug that changes leaves its address behind. Gives its id. */
export function savePage(actor: Actor, page: PageDraft): Promise<number> {
  return write(tx => savePageIn(tx, actor, page))
}

export function savePageIn(tx: Tx, actor: Actor, draft: PageDraft): Promise<number> {
  const { now = new Date(), ...given } = draft
  const page = { ...given, body: canonicalBody(given.body) }
  const { key, locale, slug } = page
  const subject = { kind: 'page', key, locale } as const
  return performFiling(tx, actor, { permission: 'page.write', subject, now }, async () => {
    const { id: known, ...before } = (await standingPageByKey(tx, key, locale)) ?? { id: null }
    if (known !== null && canonicalJson(before) === canonicalJson(page)) return { result: known, entry: null }
    const id = await putPage(tx, page)
    if ('slug' in before) {
      const slugs = { before: { [locale]: before }, after: { [locale]: { slug } } }
      await keepOldSlugs(tx, { target: 'page', refId: id, ...slugs, now })
    }
    const tags = [tag.page(key), ...localeList.map(tag.frame)]
    return { result: id, entry: { verb: known === null ? 'create' : 'change', subject: `page:${id}`, tags } }
  })
}
