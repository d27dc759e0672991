import readline from 'node:readline/promises'
import { reader } from '#db/open.ts'
import { factOf } from '#db/queries/facts.ts'
import { DEMONSTRATION_FACT } from '#domain/transfer/demonstration/demonstration-fact.ts'

/**
 * Whether the demonstration newsroom, if there is one, may be removed: as the option says, or as the person at the
 * terminal answers.
 */
export async function confirmReplaceDemo(option: boolean): Promise<boolean> {
  if (option) return true
  if ((await factOf(reader(), DEMONSTRATION_FACT)) === null || !process.stdin.isTTY) return false
  const prompt = readline.createInterface({ input: process.stdin, output: process.stderr })
  const answer = await prompt.question(
    'This database holds the demonstration newsroom. Remove it and make room for your own? [y/N] ',
  )
  prompt.close()
  return /^y(es)?$/i.test(answer.trim())
}
