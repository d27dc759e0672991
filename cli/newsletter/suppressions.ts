import type { Command } from 'commander'
import { reader } from '#db/open.ts'
import { countSuppressions, type Suppression } from '#db/queries/newsletter/suppressions.ts'
import { write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import {
  applySuppressionsIn,
  importSuppressionsIn,
} from '#domain/editorial/newsletter/import-suppressions.ts'
import { releaseSendingIn } from '#domain/editorial/newsletter/release-sending.ts'
import { readSuppressions, suppressionsAsLines } from '#domain/transfer/subscribers/suppression-list.ts'
import { exportInto } from './export-into.ts'
import { inNewsroom, printJson } from './in-newsroom.ts'
import { inputFile } from './input-file.ts'

const AT_ONCE = 200

export function registerSuppressions(newsletter: Command): void {
  const suppressions = newsletter
    .command('suppressions')
    .description('keyed hashes of who left, complained or was erased, so that no copy writes to them again')
  suppressions
    .command('export')
    .description('write the list; keep it apart from backups, newer than they are')
    .argument('<file>', 'the file; - writes to standard output')
    .option('--json', 'print the number as JSON; on standard error when the list goes to standard output')
    .addHelpText(
      'after',
      '\nExample:\n  press newsletter suppressions export /srv/backups/suppressions.jsonl',
    )
    .action(exportFile)
  suppressions
    .command('import')
    .description('take a list over, remove subscribers who are on it, and let a restored newsroom send again')
    .argument('<file>', 'the file; - reads standard input')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  press newsletter suppressions import /srv/backups/suppressions.jsonl',
    )
    .action(importFile)
}

async function exportFile(file: string, options: { json?: boolean }): Promise<void> {
  await inNewsroom(async () => {
    const count = await countSuppressions(reader())
    await exportInto(file, suppressionsAsLines(), { ...options, count, what: 'Hashes' })
  })
}

async function importFile(file: string, { json = false }: { json?: boolean }): Promise<void> {
  const input = inputFile(file)
  await inNewsroom(async () => {
    const actor = systemActor('press newsletter suppressions import')
    const now = new Date()
    const { keys, entries } = await readSuppressions(input)
    let taken = 0
    const take = async (batch: Suppression[]) => {
      for (const key of keys)
        await write(tx =>
          importSuppressionsIn(tx, actor, { key, entries: key === keys[0] ? batch : [], now }),
        )
      taken += batch.length
    }
    let batch: Suppression[] = []
    for await (const entry of entries) {
      batch.push(entry)
      if (batch.length < AT_ONCE) continue
      await take(batch)
      batch = []
    }
    await take(batch)
    let removed = 0
    for (let after = 0; ; ) {
      const some = await write(tx => applySuppressionsIn(tx, actor, { after, most: AT_ONCE, now }))
      if (!some) break
      removed += some.removed
      after = some.last
    }
    const released = await write(tx => releaseSendingIn(tx, actor, now))
    if (json) return printJson({ taken, removed, released })
    process.stdout.write(
      `Taken over: ${taken}, subscribers removed: ${removed}${released ? '. Sending goes on.' : ''}\n`,
    )
  })
}
