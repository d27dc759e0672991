import pg from 'pg'
import { postgresCode } from '#db/errors.ts'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'

export async function connect(options: pg.ClientConfig, place: string): Promise<pg.Client> {
  const client = new pg.Client(options)
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query("SET TIME ZONE 'UTC'")
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw toExpected(error, place)
  }
}

/** The name of a database and its server, without the password. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${pathname.slice(1)} on ${hostname}${port ? `:${port}` : ''}`
}

export function toExpected(error: unknown, place: string): unknown {
  if (isExpected(error)) return error
  const state = postgresCode(error) ?? (error as NodeJS.ErrnoException).code ?? ''
  const code = EXPECTED.find(({ states }) => states.test(state))?.code ?? 'database.unavailable'
  const reason = error instanceof Error && error.message ? error.message : state
  return new ExpectedError(code, { place, reason }, { cause: error })
}

/* By SQLSTATE. */
const EXPECTED = [
  { states: /^3D000$/, code: 'database.missing.onServer' },
  { states: /^28/, code: 'database.refused.login' },
  { states: /^42501$/, code: 'database.refused.tables' },
  { states: /^25006$/, code: 'database.refused.readOnly' },
] as const
