import { nameChange } from '#db/queries/changes.ts'
import { pageIds } from '#db/queries/newsroom-content.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { keepOldAddress } from '#db/queries/writing/redirects.ts'
import type { Tx } from '#db/write.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { localeList } from '#i18n/locales.ts'
import type { SeedRedirect } from './seed-content.ts'
import type { SeedWriting } from './seed-writing.ts'

/** Writes the old addresses that are new or lead elsewhere than before; what they lead to has been written. */
export async function writeRedirects(tx: Tx, writing: SeedWriting): Promise<void> {
  const { content, plan, actor, now } = writing
  const changed = content.redirects.filter(({ from }) => plan.changed('redirect', from))
  if (changed.length === 0) return
  const pages = new Map((await pageIds(tx)).map(({ key, locale, id }) => [`${locale} ${key}`, id]))
  const idOf = ({ target, key, locale }: SeedRedirect) => {
    if (target === 'front') return 0
    return target === 'page' ? (pages.get(`${locale} ${key}`) ?? 0) : writing.id(target, key)
  }
  for (const redirect of changed) {
    const { from: path, locale, target } = redirect
    const refId = idOf(redirect)
    const stored = target === 'story' ? 'article' : target
    await keepOldAddress(tx, { path, locale, target: stored, refId, createdAt: now })
    await writing.settle(tx, 'redirect', path, refId)
  }
  const detail = { count: changed.length }
  await writeAudit(tx, { at: now, actor: actor.name, verb: 'change', subject: 'redirects', detail })
  await nameChange(tx, now, localeList.map(tag.frame))
}
