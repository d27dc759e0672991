import type catalog from '#messages/ar.json'
import type press from '#messages/press.json'

type Leaves<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string ? Key : `${Key}.${Leaves<Messages[Key]>}`
}[keyof Messages & string]

/** The key of an error's words: under `errors` in both catalogs, or in messages/press.json. */
export type ErrorCode = Leaves<(typeof catalog)['errors']> | Leaves<typeof press>

export type ErrorParameters = Readonly<Record<string, string | number>>

/* Next's bundles and the server have their own copies of this class and share the mark. */
const mark = Symbol.for('arab-press.expected-error')

/**
 * An error that a person can do something about. Its words are in messages/, and `errorWords` of i18n composes them in
 * the reader's language. Every other error is a fault of the program.
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

/**
 * Whether an error is expected and, when a code or a family is given, whether it has that code or is of that family.
 */
export function isExpected(error: unknown, code?: ErrorCode | ErrorFamily): error is ExpectedError {
  if (!(error instanceof Error) || !Object.hasOwn(error, mark)) return false
  const has = (error as ExpectedError).code
  return code === undefined || has === code || has.startsWith(`${code}.`)
}

type Beginnings<Code extends string> = Code extends `${infer First}.${infer Rest}`
  ? First | `${First}.${Beginnings<Rest>}`
  : never

/** The first part of related codes: `publishing`, `database`. */
export type ErrorFamily = Beginnings<ErrorCode>

/**
 * The expected error among an error and its causes, because a query wraps the error that it meets; null when there is
 * none.
 */
export function expectedAmong(error: unknown): ExpectedError | null {
  for (let each = error; each instanceof Error; each = each.cause) if (isExpected(each)) return each
  return null
}
