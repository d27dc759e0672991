import readline from 'node:readline'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { reader } from '#db/open.ts'
import { type Suppression, suppressionsAfter } from '#db/queries/newsletter/suppressions.ts'
import { madeKeys } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { ExpectedError } from '#errors/expected-error.ts'

const FORM = 'arab-press-suppressions'
const AT_ONCE = 1000

const head = z.strictObject({
  form: z.literal(FORM),
  version: z.literal(1),
  keys: z.array(z.string().regex(/^[\w-]{40,50}$/)).min(1),
})

const entry = z.strictObject({
  hash: z.string().regex(/^[\w-]{43}$/),
  reason: z.enum(['left', 'erased', 'complained', 'bounced']),
  at: z.iso.datetime().transform(value => new Date(value)),
})

/* The last line, without which a file was cut off. */
const tail = z.strictObject({ entries: z.int().min(0) })

/**
 * The list of those who may not be written to, a JSON object a line: first the keys of its hashes, then the hashes, at
 * last their number. It names nobody, but whoever has it can find out whether an address is on it.
 */
export async function* suppressionsAsLines(): AsyncGenerator<string> {
  const { suppressions } = await madeKeys(reader())
  const keys = suppressions.map(({ key }) => key.toString('base64url'))
  yield `${JSON.stringify({ form: FORM, version: 1, keys })}\n`
  let entries = 0
  for (let after = ''; ; ) {
    const some = await suppressionsAfter(reader(), after, AT_ONCE)
    const last = some.at(-1)
    if (!last) break
    entries += some.length
    yield some.map(one => `${JSON.stringify(one)}\n`).join('')
    after = last.hash
  }
  yield `${JSON.stringify({ entries })}\n`
}

export type SuppressionLines = { keys: string[]; entries: AsyncGenerator<Suppression> }

/**
 * Reads such a list.
 * @throws ExpectedError 'subscribers.notAList' with the line that is wrong, 'subscribers.cutOff'
 */
export async function readSuppressions(input: Readable): Promise<SuppressionLines> {
  const lines = readline
    .createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
    [Symbol.asyncIterator]()
  const first = await lines.next()
  const { keys } = parsed(head, first.done ? '' : first.value, 1)
  return { keys, entries: entriesOf(lines) }
}

async function* entriesOf(lines: AsyncIterator<string>): AsyncGenerator<Suppression> {
  let line = 2
  for (let entries = 0; ; line++) {
    const next = await lines.next()
    if (next.done) throw new ExpectedError('subscribers.cutOff', { line })
    if (next.value.trim() === '') continue
    if (!next.value.startsWith('{"entries":')) {
      yield parsed(entry, next.value, line)
      entries += 1
    } else if (parsed(tail, next.value, line).entries === entries) return
    else throw new ExpectedError('subscribers.cutOff', { line })
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string, line: number): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    throw new ExpectedError('subscribers.notAList', { line }, { cause: error })
  }
}
