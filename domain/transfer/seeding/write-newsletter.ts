import type { Tx } from '#db/write.ts'
import { saveNewsletterIn } from '#domain/editorial/filing/save-newsletter.ts'
import type { SeedWriting } from './seed-writing.ts'

/** Writes the settings of the newsletters, when the folder has some and they have changed. */
export async function writeNewsletter(tx: Tx, writing: SeedWriting): Promise<void> {
  const { content, plan, actor, now } = writing
  const { newsletter } = content.newsroom
  if (!newsletter || !plan.changed('newsletter', 'newsroom')) return
  await saveNewsletterIn(tx, actor, newsletter, now)
  await writing.settle(tx, 'newsletter', 'newsroom', 0)
}
