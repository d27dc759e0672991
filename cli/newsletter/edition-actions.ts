import type { Command } from 'commander'
import type { Edition, EditionText } from '#db/queries/newsletter/editions.ts'
import { type Tx, write } from '#db/write.ts'
import { textsAbout, textsOf } from '#domain/distribution/newsletter/editions/make-edition.ts'
import { type Actor, systemActor } from '#domain/editorial/accounts/actor.ts'
import {
  cancelEditionIn,
  pauseEditionIn,
  resumeEditionIn,
  sendAgainIn,
} from '#domain/editorial/newsletter/change-edition.ts'
import { makeKeyIn } from '#domain/editorial/newsletter/make-key.ts'
import { releaseSendingIn } from '#domain/editorial/newsletter/release-sending.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { existingEdition, onEdition, parseEditionId } from './edition-argument.ts'
import { editionLine, editionReport } from './edition-report.ts'
import { inNewsroom, printJson } from './in-newsroom.ts'

type Json = { json?: boolean }

export function registerEditionActions(newsletter: Command): void {
  onEdition(newsletter, 'pause', 'stop an edition in the middle; nothing leaves any more').action(
    (id: number, options: Json) =>
      act('pause', id, options, (tx, actor, now) => pauseEditionIn(tx, actor, { id, now })),
  )
  newsletter
    .command('resume')
    .description('let an edition go on that was paused or is late')
    .argument('[id]', 'its number; left out: let a restored or moved newsroom send again', parseEditionId)
    .option('--again', 'send what is unconfirmed again, although a reader may get it twice')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExamples:\n  press newsletter resume 12\n  press newsletter resume')
    .action(resume)
  onEdition(newsletter, 'cancel', 'end an edition for good; who has not got it never will').action(
    (id: number, options: Json) =>
      act('cancel', id, options, (tx, actor, now) => cancelEditionIn(tx, actor, { id, now })),
  )
  newsletter
    .command('new-key')
    .description('sign the links of new mails with a new key; those of old mails go on working')
    .option('--json', 'print its number as JSON')
    .addHelpText('after', '\nExample:\n  press newsletter new-key')
    .action(makeKey)
}

async function resume(
  id: number | undefined,
  { again = false, json }: Json & { again?: boolean },
): Promise<void> {
  if (id === undefined && again) {
    process.stderr.write('What is sent again belongs to one edition: press newsletter resume ID --again\n')
    process.exitCode = 2
    return
  }
  if (id === undefined) return release({ json })
  await act('resume', id, { json }, async (tx, actor, now, late) => {
    if (again) await sendAgainIn(tx, actor, { id, now })
    else await resumeEditionIn(tx, actor, { id, now, texts: late })
  })
}

async function release({ json = false }: Json): Promise<void> {
  await inNewsroom(async () => {
    const released = await write(tx =>
      releaseSendingIn(tx, systemActor('press newsletter resume'), new Date()),
    )
    if (json) return printJson({ released })
    process.stdout.write(
      released
        ? 'Sending goes on. Editions that were on their way are paused: press newsletter resume ID, or cancel ID.\n'
        : 'Nothing held it. One edition goes on with: press newsletter resume ID\n',
    )
  })
}

async function makeKey({ json = false }: Json): Promise<void> {
  await inNewsroom(async () => {
    const id = await write(tx => makeKeyIn(tx, systemActor('press newsletter new-key'), new Date()))
    if (json) return printJson({ key: id })
    process.stdout.write(`Key ${id} signs from now on.\n`)
  })
}

type Act = (tx: Tx, actor: Actor, now: Date, late?: EditionText[]) => Promise<unknown>

async function act(name: string, id: number, { json = false }: Json, work: Act): Promise<void> {
  await inNewsroom(async () => {
    const now = new Date()
    const edition = await existingEdition(id)
    const late = name === 'resume' && edition.state === 'late' ? await lateTexts(edition, now) : undefined
    await write(tx => work(tx, systemActor(`press newsletter ${name}`), now, late))
    const report = await editionReport(await existingEdition(id))
    if (json) return printJson(report)
    process.stdout.write(`${editionLine(report)}\n`)
  })
}

/* Nothing but queries of the transaction may be awaited within it. */
async function lateTexts({ newsletter, storyId }: Edition, now: Date): Promise<EditionText[]> {
  const texts = storyId === null ? await textsOf(newsletter, now) : await textsAbout(storyId, now)
  if (texts.length === 0) throw new ExpectedError('newsletter.noNews')
  return texts
}
