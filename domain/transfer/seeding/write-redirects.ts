import { pageIds } from '#db/queries/newsroom-content.ts'
import type { Tx } from '#db/write.ts'
import { saveRedirectsIn } from '#domain/editorial/filing/save-redirects.ts'
import type { SeedRedirect } from './seed-content.ts'
import type { SeedWriting } from './seed-writing.ts'

/** Writes old addresses that are new or have a new target. Their targets have been written before. */
export async function writeRedirects(tx: Tx, writing: SeedWriting): Promise<void> {
  const { content, plan, actor, now } = writing
  const changed = content.redirects.filter(({ from }) => plan.changed('redirect', from))
  if (changed.length === 0) return
  const pages = new Map((await pageIds(tx)).map(({ key, locale, id }) => [`${locale} ${key}`, id]))
  const idOf = ({ target, key, locale }: SeedRedirect) => {
    if (target === 'front') return 0
    return target === 'page' ? (pages.get(`${locale} ${key}`) ?? 0) : writing.id(target, key)
  }
  const redirects = changed.map(redirect => {
    const { from: path, locale, target } = redirect
    return { path, locale, target: target === 'story' ? ('article' as const) : target, refId: idOf(redirect) }
  })
  await saveRedirectsIn(tx, actor, { redirects, now })
  for (const { path, refId } of redirects) await writing.settle(tx, 'redirect', path, refId)
}
