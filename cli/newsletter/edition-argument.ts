import { type Command, InvalidArgumentError } from 'commander'
import { reader } from '#db/open.ts'
import { type Edition, editionById } from '#db/queries/newsletter/editions.ts'
import { ExpectedError } from '#errors/expected-error.ts'

export function parseEditionId(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError("It is the edition's number, the one that press newsletter list shows.")
}

/** A command about one edition. */
export function onEdition(newsletter: Command, name: string, description: string): Command {
  return newsletter
    .command(name)
    .description(description)
    .argument('<id>', 'the number of the edition', parseEditionId)
    .option('--json', 'print it as JSON')
    .addHelpText('after', `\nExample:\n  press newsletter ${name} 12`)
}

/** @throws ExpectedError 'newsletter.unknownEdition' */
export async function existingEdition(id: number): Promise<Edition> {
  const edition = await editionById(reader(), id)
  if (!edition) throw new ExpectedError('newsletter.unknownEdition', { id })
  return edition
}
