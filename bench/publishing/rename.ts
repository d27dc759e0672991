/* Renames a section in a process of its own: `rename DIR NAME`. */
import { openDatabase } from '#db/open.ts'
import { sectionByKey } from '#db/queries/catalogue.ts'
import type { putSection } from '#db/queries/writing/catalogue.ts'
import { write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { saveSectionIn } from '#domain/editorial/filing/save-section.ts'

const [dataDir = '', name = ''] = process.argv.slice(2)
const KEY = 'region'

openDatabase(dataDir)
await write(async tx => {
  const before = await sectionByKey(tx, KEY)
  const en = before?.texts.en
  if (!before || !en) throw new Error(`The newsroom has no section "${KEY}"`)
  type Section = Parameters<typeof putSection>[1]
  const section = { key: KEY, ...before.shared, texts: { ...before.texts, en: { ...en, name } } } as Section
  await saveSectionIn(tx, systemActor('bench desk'), section)
})
openDatabase().close()
