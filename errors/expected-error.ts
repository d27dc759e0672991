import type catalog from '#messages/ar.json'
import type press from '#messages/press.json'

type Leaves<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string ? Key : `${Key}.${Leaves<Messages[Key]>}`
}[keyof Messages & string]

/** What went wrong, as the key of its words: under `errors` in both catalogs, or in messages/press.json. */
export type ErrorCode = Leaves<(typeof catalog)['errors']> | Leaves<typeof press>

export type ErrorParameters = Readonly<Record<string, string | number>>

/* Next's bundles and the server each get their own copy of this class; the mark is the same in all of them. */
const mark = Symbol.for('arab-press.expected-error')

/**
 * An error that a person can do something about. Its words are in messages/, in the language of whoever reads them:
 * `errorWords` of i18n puts them together. Everything else that is thrown is a fault of the program.
 */
export class ExpectedError extends Error {
  override readonly name = 'ExpectedError'
  readonly [mark] = true

  constructor(
    readonly code: ErrorCode,
    readonly parameters: ErrorParameters = {},
    options?: ErrorOptions,
  ) {
    super(Object.keys(parameters).length > 0 ? `${code} ${JSON.stringify(parameters)}` : code, options)
  }
}

/** Whether an error is expected; with a code, or the beginning of codes up to a dot, whether it is that one. */
export function isExpected(error: unknown, code?: ErrorCode | ErrorFamily): error is ExpectedError {
  if (!(error instanceof Error) || !(mark in error)) return false
  const has = (error as ExpectedError).code
  return code === undefined || has === code || has.startsWith(`${code}.`)
}

type Beginnings<Code extends string> = Code extends `${infer First}.${infer Rest}`
  ? First | `${First}.${Beginnings<Rest>}`
  : never

/** The beginning of the codes of one kind: `publishing`, `database`. */
export type ErrorFamily = Beginnings<ErrorCode>

/** The expected error among an error and its causes: a query wraps the fault that it met. Null when there is none. */
export function expectedAmong(error: unknown): ExpectedError | null {
  for (let each = error; each instanceof Error; each = each.cause) if (isExpected(each)) return each
  return null
}
